import type { PostingReason } from '../../points/posting';

/** Why points moved, as a statement's line says it. */
export const postingReasons: { readonly [K in PostingReason]: string } = {
  report: 'report',
  hours: 'volunteering',
  deed: 'good deed',
  inspection: 'inspection',
  queued: 'waits for the budget',
  granted: 'budget',
  held: 'held for a reward',
  redeemed: 'reward',
  refunded: 'returned',
  supplied: 'delivery',
  'time-kept': 'time kept',
  'time-taken': 'time taken out',
  'time-given': 'time given',
  'time-donated': 'time donated',
  'time-granted': 'from the neighbours’ pool',
  expired: 'expired',
  'same-person': 'moved with an account',
  'fund-income': 'public account, income',
  'fund-expense': 'public account, expense',
  'taken-back': 'taken back',
  reversal: 'correction',
};

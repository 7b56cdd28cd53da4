import type { Catalogue } from '../params';
import { lines } from './phrases';

/** Somebody is missed, looked for, and found. */
export const ticketSearch = {
  'ticket.taken-back': (p) =>
    lines(
      `#${p.number}: the person was found. This message was taken back, to protect the family.`,
      'If you saved it or passed it on, please delete that. No need to reply.',
    ),
} satisfies Partial<Catalogue>;

import type { Community } from '../../community/community';
import { noticeAt } from '../clocks/time-step';
import type { Ticket } from '../ticket';
import { drawn } from './drawn';
import type { ReviewReason } from './review-reason';

/** A hard matter: a result of it was not good enough before, or somebody above was asked for help. */
const whyHard = (ticket: Ticket, { reviewHard }: Community['policy']): ReviewReason | null => {
  if (ticket.class === 'critical') return null;
  if (ticket.sentBack > 0) return 'sent-back';
  if (reviewHard.includes('reopened') && ticket.reopenings > 0) return 'reopened';
  return reviewHard.includes('raised') && noticeAt(ticket, 'raised') !== null ? 'raised' : null;
};

/**
 * Why the result is looked at before the reporter is asked; null: it is not. Danger never waits for it unless the pack
 * names its category; the others by a share whose draw is the ticket's own. Of what was settled on the spot (即办) the pack
 * says whether it is: unless it says otherwise only hard matters, so that no word takes a weak result past its reviewer.
 */
export const whyReviewed = (ticket: Ticket, { policy }: Community): ReviewReason | null => {
  const hard = whyHard(ticket, policy);
  if (ticket.way?.kind === 'at-once' && policy.reviewAtOnce !== 'as-others')
    return policy.reviewAtOnce === 'hard' ? hard : null;
  if (ticket.category !== null && policy.reviewed.includes(ticket.category)) return 'category';
  if (ticket.class === 'critical') return null;
  if (policy.reviewedClasses.includes(ticket.class)) return 'class';
  if (hard !== null) return hard;
  return drawn(`${ticket.id}:${ticket.cycle}`) < policy.reviewShare ? 'drawn' : null;
};

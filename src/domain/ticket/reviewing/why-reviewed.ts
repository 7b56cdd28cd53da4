import type { Community } from '../../community/community';
import { noticeAt } from '../clocks/time-step';
import type { Ticket } from '../ticket';
import { drawn } from './drawn';
import type { ReviewReason } from './review-reason';

/**
 * Why the result is looked at before the reporter is asked; null: it is not. Hard matters always are, danger never
 * waits for it unless the pack names its category, the others by a share whose draw is the ticket's own.
 */
export const whyReviewed = (ticket: Ticket, { policy }: Community): ReviewReason | null => {
  if (ticket.way?.kind === 'at-once') return null;
  if (ticket.category !== null && policy.reviewed.includes(ticket.category)) return 'category';
  if (ticket.class === 'critical') return null;
  if (policy.reviewedClasses.includes(ticket.class)) return 'class';
  if (ticket.sentBack > 0) return 'sent-back';
  if (policy.reviewHard.includes('reopened') && ticket.reopenings > 0) return 'reopened';
  if (policy.reviewHard.includes('raised') && noticeAt(ticket, 'raised') !== null) return 'raised';
  return drawn(`${ticket.id}:${ticket.cycle}`) < policy.reviewShare ? 'drawn' : null;
};

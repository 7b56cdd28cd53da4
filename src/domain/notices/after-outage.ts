import type { Community } from '../community/community';
import { isOpenTopic, type Topic } from '../council/topic';
import { topicDue } from '../council/topic-clock';
import type { Moment } from '../ids';
import { stageDue } from '../ticket/clocks/stage-clock';
import { isOpen } from '../ticket/telling/ticket-card';
import type { Ticket, TicketPhase } from '../ticket/ticket';
import type { LateNeed } from './late-need';

const nobodyHasIt: readonly TicketPhase[] = ['doubted', 'reported', 'dispatched'];
const inHand: readonly TicketPhase[] = ['claimed', 'waiting'];

const isPast = (due: Moment | null, now: Moment): boolean => due !== null && due < now;

/** Null: all of it is in order again, or goes on by itself. */
export const needOfTicket = (ticket: Ticket, community: Community, now: Moment): LateNeed | null => {
  const { phase } = ticket;
  if (!isOpen(ticket)) return null;
  if (ticket.callBack?.phoneTask === true) return 'phone';
  if (inHand.includes(phase)) return isPast(stageDue(ticket, community, 'resolve'), now) ? 'overdue' : null;
  if (!nobodyHasIt.includes(phase)) return null;
  if (ticket.class === 'critical') return 'danger';
  const stage = phase === 'dispatched' ? 'claim' : 'dispatch';
  return isPast(stageDue(ticket, community, stage), now) ? 'unclaimed' : null;
};

export const needOfTopic = (topic: Topic, community: Community, now: Moment): LateNeed | null =>
  isOpenTopic(topic) && isPast(topicDue(topic, community), now) ? 'overdue' : null;

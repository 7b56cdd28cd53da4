import { ladderSteps } from '../clocks/ladder-steps';
import { stageDue } from '../clocks/stage-clock';
import { timeStep, type StepDone, type TimeRule } from '../clocks/time-step';
import { editCards } from '../telling/ticket-card';
import { foldTicket } from '../apply-ticket-event';
import type { Ticket } from '../ticket';
import type { TicketContext } from '../ticket-context';
import { arrangingSteps } from './arranging-steps';
import { sendOn } from './dispatch-ready';

const dispatch = (ticket: Ticket, context: TicketContext): StepDone => {
  const dispatched = sendOn(ticket, context);
  const after = foldTicket(ticket, dispatched.events) ?? ticket;
  return {
    ...dispatched,
    says: [...dispatched.says, ...editCards({ ...after, handlers: [] }, `dispatched.${ticket.cycle}`)],
  };
};

/** What is not dispatched in time goes out by the pack's rule; while nobody has chosen its category, up the ladder. */
export const dispatchSteps: TimeRule = (ticket, community) => {
  const due = ticket.phase === 'reported' ? stageDue(ticket, community, 'dispatch') : null;
  if (due === null) return [];
  if (ticket.arranging) return arrangingSteps(ticket, community);
  return ticket.category
    ? [timeStep({ kind: 'dispatch', name: 'dispatch', at: due, perform: dispatch })]
    : ladderSteps(ticket, community, 'dispatch', due);
};

import type { Decision } from '../decision';
import type { PersonId } from '../ids';
import { foldTicket } from './apply-ticket-event';
import { tellFollowers } from './following/tell-followers';
import { showAndRecall } from './searching/end-search';
import type { Ticket } from './ticket';
import type { TicketContext } from './ticket-context';
import type { TicketEvent } from './ticket-event';

/** What goes with every decision, whoever made it, or time: who follows hears of it, and who is home is not shown any more. */
export const roundOff = (
  before: Ticket,
  made: Decision<TicketEvent>,
  by: PersonId | null,
  context: TicketContext,
): Decision<TicketEvent> => {
  const change = { before, after: foldTicket(before, made.events) ?? before, by };
  return showAndRecall(change, tellFollowers(change, made, context), context);
};

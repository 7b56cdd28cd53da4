import type { Say } from '../../decision';
import { foldTicket } from '../apply-ticket-event';
import type { Ticket } from '../ticket';
import type { TicketContext } from '../ticket-context';
import type { TicketEvent } from '../ticket-event';
import { arrangersOf, arrangeSays, offeredFor } from './arranging';

/** 审批分配: somebody approves it and says who handles it. Nothing while that is asked already. */
export const askApproval = (
  ticket: Ticket,
  context: TicketContext,
): { readonly events: readonly TicketEvent[]; readonly says: readonly Say[] } => {
  if (ticket.arranging) return { events: [], says: [] };
  const { community, now } = context;
  const to = arrangersOf(ticket, community, now);
  const asked: TicketEvent = { kind: 'approval-asked', at: now, to, offered: offeredFor(ticket, community, now) };
  return {
    events: [asked],
    says: arrangeSays(
      foldTicket(ticket, [asked]) ?? ticket,
      { step: `approval.${ticket.cycle}`, again: false },
      context,
    ),
  };
};

import type { Person } from '../../community/community';
import { hasRole } from '../../community/may';
import { decided, refused, type Decision, type Result } from '../../decision';
import type { TicketRefusal } from '../refusal';
import { answerTo } from '../telling/tell';
import { headOf } from '../telling/ticket-card';
import type { Ticket } from '../ticket';
import type { TicketContext } from '../ticket-context';
import type { TicketEvent } from '../ticket-event';
import { handlerRoles } from '../working/handler-roles';
import { notLookedFor } from './search-bar';

/** As many as one message can list; the newest. */
const listed = 20;

/** `线索 #102`: every lead in order, and whom of the family to ring, to those who look for the person. */
export const listLeads = (
  ticket: Ticket,
  { by }: { readonly by: Person },
  { now, community }: TicketContext,
): Result<Decision<TicketEvent>, TicketRefusal> => {
  if (!hasRole(by, handlerRoles) && ticket.claimedBy !== by.id) return refused({ kind: 'role', verb: '线索' });
  const bar = notLookedFor(ticket, '线索', community);
  if (bar) return refused(bar);
  const leads = (ticket.search?.leads ?? []).map((lead, index) => ({ ...lead, nth: index + 1 }));
  return decided({
    says: answerTo(by.id, 'leads', now, {
      wording: 'ticket.leads',
      params: { ...headOf(ticket), leads: leads.slice(-listed), family: ticket.search?.family ?? [] },
    }),
  });
};

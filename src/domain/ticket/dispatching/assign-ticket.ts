import type { Person } from '../../community/community';
import { hasRole } from '../../community/may';
import { decided, refused, type Decision, type Result, type Say } from '../../decision';
import type { PersonId } from '../../ids';
import { foldTicket } from '../apply-ticket-event';
import type { TicketRefusal } from '../refusal';
import { answerTo } from '../telling/tell';
import { editCards, headOf } from '../telling/ticket-card';
import type { Ticket } from '../ticket';
import type { TicketContext } from '../ticket-context';
import type { TicketEvent } from '../ticket-event';
import { handlerRoles } from '../working/handler-roles';
import { communityFor } from './desk-people';
import { dispatchEvent, handlerCards } from './dispatch-ticket';

type Assigned = Result<Decision<TicketEvent>, TicketRefusal>;

const mayArrange = ({ arranging }: Ticket, by: Person): boolean =>
  hasRole(by, ['staff', 'director']) || (arranging?.to.includes(by.id) ?? false);

const handlerCard = (person: PersonId, now: string): Say => ({
  to: { person },
  key: `handler.${now}`,
  urgency: 'prompt',
  card: 'handler',
  mode: 'send',
});

/** The ruling: one person has it from now on, and nobody sends it to and fro any more. */
export const ruleFor = (ticket: Ticket, to: PersonId, by: PersonId | null, { now }: TicketContext) => {
  const events: TicketEvent[] = [{ kind: 'ruled', at: now, by, to }];
  const ruled = foldTicket(ticket, events) ?? ticket;
  const says: readonly Say[] = [
    ...answerTo(to, 'ruled', now, { wording: 'ticket.ruled', params: { ...headOf(ruled), by } }),
    handlerCard(to, now),
    ...editCards({ ...ruled, handlers: ticket.handlers.filter((person) => person !== to) }, `ruled.${now}`),
  ];
  return { events, says };
};

const approve = (ticket: Ticket, by: Person, to: readonly PersonId[], context: TicketContext): Assigned => {
  const { now } = context;
  const assigned: TicketEvent = { kind: 'assigned', at: now, by: by.id, to };
  const after = foldTicket(ticket, [assigned]) ?? ticket;
  const dispatched: TicketEvent = { ...dispatchEvent(after, context), handlers: to };
  const atDesk = foldTicket(after, [dispatched]) ?? after;
  return decided({
    events: [assigned, dispatched],
    says: [
      ...answerTo(by.id, 'assigned', now, { wording: 'ticket.assigned', params: { ...headOf(atDesk), to } }),
      ...handlerCards(atDesk, context),
      ...editCards({ ...atDesk, handlers: [] }, `assigned.${now}`),
    ],
  });
};

/** `派 #12 给 王芳`, `裁定 #12 给 王芳`, or one press: approved, or ruled, and given. Who comes late hears who was first. */
export const assignTicket = (
  ticket: Ticket,
  { by, to }: { readonly by: Person; readonly to: readonly PersonId[] },
  context: TicketContext,
): Assigned => {
  const { arranging, assignedBy } = ticket;
  const verb = arranging?.why === 'ruling' ? '裁定' : '派';
  if (!mayArrange(ticket, by)) return refused({ kind: 'role', verb });
  if (!arranging) return refused(assignedBy ? { kind: 'already-assigned', ...assignedBy } : { kind: 'state', verb });
  if (verb === '裁定' && !arranging.to.includes(by.id) && !hasRole(by, 'director'))
    return refused({ kind: 'role', verb });
  const known = communityFor(ticket, context.community).officers.filter((person) => hasRole(person, handlerRoles));
  const people = to.filter((person) => known.some(({ id }) => id === person));
  const [first] = people;
  if (first === undefined || people.length < to.length) return refused({ kind: 'person-unknown', verb });
  if (verb === '派') return approve(ticket, by, people, context);
  const ruled = ruleFor(ticket, first, by.id, context);
  return decided({
    events: ruled.events,
    says: [
      ...answerTo(by.id, 'assigned', context.now, {
        wording: 'ticket.assigned',
        params: { ...headOf(ticket), to: [first] },
      }),
      ...ruled.says,
    ],
  });
};

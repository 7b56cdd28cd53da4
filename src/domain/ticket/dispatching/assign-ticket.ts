import type { Community, Person } from '../../community/community';
import { hasRole } from '../../community/may';
import { decided, refused, type Decision, type Result, type Say } from '../../decision';
import type { AreaId, PersonId } from '../../ids';
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
import { askedOfDesk, besideOf, giveToDesk, isGivenAlready } from './give-to-desk';

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

/** Whether the person has an office that handles matters, and this one does not complain of them. */
const mayTake = (ticket: Ticket, person: PersonId, community: Community): boolean =>
  communityFor(ticket, community).officers.some((each) => each.id === person && hasRole(each, handlerRoles));

/** The ruling: one person has it from now on, and nobody sends it to and fro any more. */
export const ruleFor = (ticket: Ticket, to: PersonId, by: PersonId | null, { now, community }: TicketContext) => {
  const desk = mayTake(ticket, to, community) ? null : besideOf(to, community);
  const events: TicketEvent[] = [
    { kind: 'ruled', at: now, by, to },
    ...(desk === null ? [] : [{ kind: 'given-to-desk', at: now, by, desk, words: null } as const]),
  ];
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

export interface AssignTicket {
  readonly by: Person;
  readonly to: readonly PersonId[];
  /** The desk beside the ladder that was named, or that the one person named is at. */
  readonly desk?: AreaId | null;
}

/** Pressed by the person's name, somebody of a firm stands for the desk. */
const deskMeant = (ticket: Ticket, { to, desk = null }: AssignTicket, { community }: TicketContext): AreaId | null => {
  const [only] = to;
  if (desk !== null || only === undefined || to.length > 1 || mayTake(ticket, only, community)) return desk;
  return besideOf(only, community);
};

/** Those who were named and may have it; null: one of them may not. */
const peopleMeant = (ticket: Ticket, { to }: AssignTicket, { community }: TicketContext): readonly PersonId[] | null =>
  to.length > 0 && to.every((person) => mayTake(ticket, person, community)) ? to : null;

const rule = (ticket: Ticket, by: Person, to: PersonId, context: TicketContext): Assigned => {
  const ruled = ruleFor(ticket, to, by.id, context);
  return decided({
    events: ruled.events,
    says: [
      ...answerTo(by.id, 'assigned', context.now, {
        wording: 'ticket.assigned',
        params: { ...headOf(ticket), to: [to] },
      }),
      ...ruled.says,
    ],
  });
};

/**
 * `派 #12 给 王芳`, `派 #12 给 物业`, `裁定 #12 给 王芳`, or one press: approved, or ruled, and given. Who comes late hears
 * who was first.
 */
export const assignTicket = (ticket: Ticket, command: AssignTicket, context: TicketContext): Assigned => {
  const { arranging, assignedBy } = ticket;
  const { by } = command;
  const verb = arranging?.why === 'ruling' ? '裁定' : '派';
  if (!mayArrange(ticket, by)) return refused({ kind: 'role', verb });
  const desk = deskMeant(ticket, command, context);
  const toDesk = desk === null ? null : { by, desk, people: command.to, words: null };
  if (toDesk && isGivenAlready(ticket, toDesk)) return giveToDesk(ticket, toDesk, { verb }, context);
  if (!arranging) return refused(assignedBy ? { kind: 'already-assigned', ...assignedBy } : { kind: 'state', verb });
  if (verb === '裁定' && !arranging.to.includes(by.id) && !hasRole(by, 'director'))
    return refused({ kind: 'role', verb });
  const asked = toDesk ? askedOfDesk(ticket, toDesk, context) : [];
  if (toDesk && verb === '派') {
    const assigned: TicketEvent = { kind: 'assigned', at: context.now, by: by.id, to: asked };
    return giveToDesk(ticket, toDesk, { verb, events: [assigned] }, context);
  }
  const people = toDesk ? asked : peopleMeant(ticket, command, context);
  const [first] = people ?? [];
  if (first === undefined || people === null)
    return refused(toDesk ? { kind: 'desk-empty', desk: toDesk.desk } : { kind: 'person-unknown', verb });
  return verb === '派' ? approve(ticket, by, people, context) : rule(ticket, by, first, context);
};

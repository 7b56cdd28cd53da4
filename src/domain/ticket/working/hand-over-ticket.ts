import type { Community, Person } from '../../community/community';
import { hasRole } from '../../community/may';
import { decided, refused, type Decision, type Result } from '../../decision';
import type { AreaId, PersonId, WordsId } from '../../ids';
import { foldTicket } from '../apply-ticket-event';
import { isComplainedOf } from '../dispatching/desk-people';
import { askedOfDesk, giveToDesk, isGivenAlready } from '../dispatching/give-to-desk';
import { objectToTicket } from '../dispatching/object-to-ticket';
import { handlerRoles, mayHandle } from './handler-roles';
import { hasIt } from './has-it';
import type { TicketRefusal } from '../refusal';
import { editCards, headOf } from '../telling/ticket-card';
import { answerTo, tell, whenAwake } from '../telling/tell';
import type { Ticket } from '../ticket';
import type { TicketEvent } from '../ticket-event';
import type { TicketContext } from '../ticket-context';

export interface HandOverTicket {
  readonly by: Person;
  /** Null: nobody of that name, or more than one. */
  readonly to: Person | null;
  readonly words: WordsId | null;
  /** The desk beside the ladder that was named, or that `to` is at. */
  readonly desk?: AreaId | null;
}

type HandedOver = Result<Decision<TicketEvent>, TicketRefusal>;

const isUnderWay = ({ phase }: Ticket): boolean => phase === 'dispatched' || phase === 'claimed' || phase === 'waiting';

/** Who passes on once too often what is theirs, or what was ruled theirs: the level above says whose it is. Null: they may. */
const tooOften = (
  ticket: Ticket,
  by: Person,
  { words, rather }: { readonly words: WordsId; readonly rather: PersonId | null },
  context: TicketContext,
): HandedOver | null => {
  if (!hasIt(ticket, by.id)) return null;
  if (ticket.ruledFor === by.id) return refused({ kind: 'ruled', verb: '转' });
  return ticket.class !== 'critical' && ticket.moves.length >= context.community.policy.mostMoves
    ? objectToTicket(ticket, { by, words, rather }, context)
    : null;
};

/** `转 #12 给 物业 因为 …`. */
const handToDesk = (
  ticket: Ticket,
  given: { readonly by: Person; readonly desk: AreaId; readonly to: Person | null; readonly words: WordsId | null },
  context: TicketContext,
): HandedOver => {
  const { by, words } = given;
  const toDesk = { by, desk: given.desk, people: given.to ? [given.to.id] : [], words };
  if (isGivenAlready(ticket, toDesk)) return giveToDesk(ticket, toDesk, { verb: '转' }, context);
  if (!words) return refused({ kind: 'needs-reason', verb: '转' });
  const [rather = null] = askedOfDesk(ticket, toDesk, context);
  return tooOften(ticket, by, { words, rather }, context) ?? giveToDesk(ticket, toDesk, { verb: '转' }, context);
};

const handToPerson = (
  ticket: Ticket,
  { by, to, words }: { readonly by: Person; readonly to: Person; readonly words: WordsId },
  context: TicketContext,
): HandedOver => {
  const { now, community } = context;
  const events: TicketEvent[] = [{ kind: 'handed-over', at: now, by: by.id, to: to.id, words }];
  const handed = foldTicket(ticket, events) ?? ticket;
  const spoken = { wording: 'ticket.handed-over', params: { ...headOf(handed), to: to.id } } as const;
  const before = ticket.claimedBy && ticket.claimedBy !== by.id ? [ticket.claimedBy] : [];
  return decided({
    events,
    says: [
      ...answerTo(by.id, 'handed-over', now, spoken),
      ...tell(before, `handed-over.${now}`, spoken, whenAwake(ticket, { now, community })),
      { to: { person: to.id }, key: `handler.${now}`, urgency: 'prompt', card: 'handler', mode: 'send' },
      ...editCards(handed, `handed-over.${now}`),
    ],
  });
};

/** A colleague who handles matters, or, while it is at a desk beside the ladder, one of those who were asked there. */
const mayHaveIt = (ticket: Ticket, to: Person, community: Community): boolean =>
  (hasRole(to, handlerRoles) || (ticket.atDesk !== null && ticket.handlers.includes(to.id))) &&
  !isComplainedOf(ticket, to.id, community);

/**
 * `转 #12 给 王芳 因为 …`: the new owner gets the handler's card; the deadline stays. To another desk it goes with clocks
 * of its own. An alarm stops only when somebody says so himself.
 */
export const handOverTicket = (
  ticket: Ticket,
  { by, to, words, desk = null }: HandOverTicket,
  context: TicketContext,
): HandedOver => {
  const { community } = context;
  const gave = desk !== null && ticket.atDesk?.desk === desk && ticket.atDesk.by === by.id;
  if (!mayHandle(ticket, by) && !hasIt(ticket, by.id) && !gave) return refused({ kind: 'role', verb: '转' });
  if (!isUnderWay(ticket)) return refused({ kind: 'state', verb: '转' });
  if (ticket.class === 'critical' && !ticket.claimedBy) return refused({ kind: 'state', verb: '转' });
  const within = desk !== null && desk === ticket.atDesk?.desk && to !== null && ticket.handlers.includes(to.id);
  if (desk !== null && !within) return handToDesk(ticket, { by, desk, to, words }, context);
  if (!to || !mayHaveIt(ticket, to, community)) return refused({ kind: 'person-unknown', verb: '转' });
  if (to.id === ticket.claimedBy && to.id === by.id) return refused({ kind: 'state', verb: '转' });
  if (to.id === ticket.claimedBy)
    return refused({ kind: 'already-claimed', owner: to.id, at: ticket.claimedAt ?? ticket.reportedAt });
  if (!words) return refused({ kind: 'needs-reason', verb: '转' });
  return (
    (within ? null : tooOften(ticket, by, { words, rather: to.id }, context)) ??
    handToPerson(ticket, { by, to, words }, context)
  );
};

import type { Person } from '../../community/community';
import { decided, refused, type Decision, type Result } from '../../decision';
import type { Moment, WordsId } from '../../ids';
import { foldTicket } from '../apply-ticket-event';
import type { TicketRefusal } from '../refusal';
import { answerTo, reportersOf, tell, whenAwake } from '../telling/tell';
import type { Ticket } from '../ticket';
import type { TicketContext } from '../ticket-context';
import type { TicketEvent } from '../ticket-event';
import { mayHandle } from '../working/handler-roles';
import { askVisit, otherSide, peopleOf, visitParams } from './ask-visit';
import type { Visit } from './way';

type Moved = Result<Decision<TicketEvent>, TicketRefusal>;

/** Whose word it is; null: neither side's. Whoever reported it speaks as a resident, also when they work here. */
const sideOf = (ticket: Ticket, by: Person): Visit['side'] | null => {
  if (ticket.claimedBy === by.id) return 'handler';
  if (reportersOf(ticket).includes(by.id)) return 'reporter';
  return mayHandle(ticket, by) ? 'handler' : null;
};

const isUnderWay = ({ phase }: Ticket): boolean => phase === 'claimed' || phase === 'waiting';

/** `改约 #12 周五 15点`, by either side: another time, which the other side is asked about. */
export const moveVisit = (
  ticket: Ticket,
  given: {
    readonly by: Person;
    readonly visit: { readonly from: Moment; readonly to: Moment | null } | null;
    readonly words: WordsId | null;
  },
  context: TicketContext,
): Moved => {
  const { now } = context;
  const side = sideOf(ticket, given.by);
  if (side === null) return refused({ kind: 'not-found' });
  if (ticket.way?.kind !== 'accompanied' && ticket.way?.kind !== 'at-home')
    return refused({ kind: 'way', why: 'no-visit' });
  if (!isUnderWay(ticket)) return refused({ kind: 'state', verb: '改约' });
  if (given.visit === null || given.visit.from <= now) return refused({ kind: 'way', why: 'time' });
  const { from, to: until } = given.visit;
  const events: TicketEvent[] = [
    { kind: 'visit-proposed', at: now, by: given.by.id, side, from, until, words: given.words },
  ];
  return decided({ events, says: askVisit(foldTicket(ticket, events) ?? ticket, given.by.id, context) });
};

/** `取消预约 #12`, by either side; the other is told, and another time can be proposed. */
export const cancelVisit = (
  ticket: Ticket,
  { by, words }: { readonly by: Person; readonly words: WordsId | null },
  context: TicketContext,
): Moved => {
  const side = sideOf(ticket, by);
  const visit = ticket.way?.visit ?? null;
  if (side === null) return refused({ kind: 'not-found' });
  if (visit === null) return refused({ kind: 'way', why: 'no-visit' });
  if (!isUnderWay(ticket)) return refused({ kind: 'state', verb: '取消预约' });
  const spoken = { wording: 'ticket.visit-cancelled', params: visitParams(ticket, visit) } as const;
  return decided({
    events: [{ kind: 'visit-cancelled', at: context.now, by: by.id, words }],
    says: [
      ...answerTo(by.id, 'visit-cancelled', context.now, spoken),
      ...tell(
        peopleOf(ticket, otherSide(side)).filter((person) => person !== by.id),
        `visit-cancelled.${context.now}`,
        spoken,
        whenAwake(ticket, context),
      ),
    ],
  });
};

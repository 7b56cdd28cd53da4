import { hasRole } from '../../community/may';
import { decided, refused, type Result, type Decision, type Say } from '../../decision';
import type { Person } from '../../community/community';
import { staffGroupSays } from '../alarming/alarm-round';
import { foldTicket } from '../apply-ticket-event';
import { dispatchEvent } from '../dispatching/dispatch-ticket';
import type { Moment, PersonId } from '../../ids';
import { handlerRoles, leaderRoles } from './handler-roles';
import type { TicketRefusal } from '../refusal';
import { stageDue, promisedDue } from '../clocks/stage-clock';
import { deskOf, editCards, headOf, saidState } from '../telling/ticket-card';
import { answerTo, reportersOf, tell, whenAwake } from '../telling/tell';
import type { Ticket } from '../ticket';
import type { TicketEvent } from '../ticket-event';
import type { TicketContext } from '../ticket-context';

/** Reporters who see no card in a group are told in private where their matter stands. */
export const tellPrivateReporters = (ticket: Ticket, step: string, context: TicketContext): readonly Say[] =>
  ticket.cardGroup
    ? []
    : tell(
        reportersOf(ticket),
        `state.${ticket.cycle}.${step}`,
        {
          wording: 'ticket.state',
          params: {
            ...headOf(ticket),
            state: saidState(ticket),
            desk: deskOf(ticket, context.community),
            due: promisedDue(ticket, context.community),
          },
        },
        whenAwake(ticket, context),
      );

const claimedAnswer = (claimed: Ticket, by: Person, { now, community }: TicketContext): readonly Say[] =>
  answerTo(by.id, 'claimed', now, {
    wording: 'ticket.claimed',
    params: { ...headOf(claimed), resolveDue: stageDue(claimed, community, 'resolve') },
  });

/**
 * Whoever takes what was not sent to them, or came to them in the list of a leave, gets its card: the reporter's words
 * and photos stand there only.
 */
const cardForClaimer = (ticket: Ticket, by: Person, now: Moment): readonly Say[] =>
  ticket.handlers.includes(by.id) && !ticket.standIns.some((each) => each.by === by.id)
    ? []
    : [{ to: { person: by.id }, key: `handler.${now}`, urgency: 'prompt', card: 'handler', mode: 'send' }];

/** Leaders who were asked to arrange it, since its owner took it. Others are told who was first. */
const mayTakeOver = (ticket: Ticket, by: Person): boolean =>
  hasRole(by, leaderRoles) &&
  ticket.notices.some(
    ({ step, at }) => (step === 'raised' || step.startsWith('resolve.breach')) && at >= (ticket.claimedAt ?? at),
  );

/** The owner is new, the deadline stays; whoever had it is told. */
const takeOver = (
  ticket: Ticket,
  by: Person,
  before: PersonId,
  context: TicketContext,
): Result<Decision<TicketEvent>, TicketRefusal> => {
  const { now } = context;
  if (ticket.phase !== 'claimed' && ticket.phase !== 'waiting') return refused({ kind: 'state', verb: '接' });
  const events: TicketEvent[] = [
    ...(ticket.phase === 'waiting' ? [{ kind: 'waiting-ended', at: now, by: by.id } as const] : []),
    { kind: 'claimed', at: now, by: by.id },
  ];
  const taken = foldTicket(ticket, events) ?? ticket;
  const spoken = { wording: 'ticket.handed-over', params: { ...headOf(taken), to: by.id } } as const;
  return decided({
    events,
    says: [
      ...claimedAnswer(taken, by, context),
      ...cardForClaimer(ticket, by, now),
      ...tell([before], `handed-over.${now}`, spoken, whenAwake(ticket, context)),
      ...editCards({ ...taken, handlers: ticket.handlers }, `taken-over.${now}`),
    ],
  });
};

/** The first to claim has it; the second is refused and told who was first. Claiming twice is claiming once. */
export const claimTicket = (
  ticket: Ticket,
  by: Person,
  context: TicketContext,
): Result<Decision<TicketEvent>, TicketRefusal> => {
  if (!hasRole(by, handlerRoles) && !ticket.handlers.includes(by.id)) return refused({ kind: 'role', verb: '接' });
  if (ticket.claimedBy === by.id && ticket.phase === 'claimed')
    return decided({
      says: [
        ...claimedAnswer(ticket, by, context),
        ...(ticket.standIns.some((each) => each.by === by.id) ? cardForClaimer(ticket, by, context.now) : []),
      ],
    });
  if (ticket.claimedBy === by.id) return refused({ kind: 'state', verb: '接' });
  if (ticket.claimedBy && mayTakeOver(ticket, by)) return takeOver(ticket, by, ticket.claimedBy, context);
  if (ticket.claimedBy)
    return refused({ kind: 'already-claimed', owner: ticket.claimedBy, at: ticket.claimedAt ?? ticket.reportedAt });
  if (ticket.class === 'critical') return takeCharge(ticket, by, context);
  if (ticket.phase !== 'dispatched') return refused({ kind: 'state', verb: '接' });
  const events: TicketEvent[] = [{ kind: 'claimed', at: context.now, by: by.id }];
  const claimed = foldTicket(ticket, events) ?? ticket;
  return decided({
    events,
    says: [
      ...claimedAnswer(claimed, by, context),
      ...cardForClaimer(ticket, by, context.now),
      ...editCards({ ...claimed, handlers: ticket.handlers }, `claimed.${ticket.cycle}`),
      ...tellPrivateReporters(claimed, 'claimed', context),
    ],
  });
};

/** Whoever takes charge of a danger in doubt has settled the doubt: nobody else need be alarmed. */
const settleDoubt = (ticket: Ticket, by: Person, context: TicketContext): readonly TicketEvent[] => {
  if (ticket.phase !== 'doubted') return [];
  const confirmed: TicketEvent = { kind: 'danger-confirmed', at: context.now, by: by.id, why: 'duty' };
  return [confirmed, dispatchEvent(foldTicket(ticket, [confirmed]) ?? ticket, context)];
};

/** `我负责`: the alarm stops, and everyone who was alarmed is told who has it. */
export const takeCharge = (
  ticket: Ticket,
  by: Person,
  context: TicketContext,
): Result<Decision<TicketEvent>, TicketRefusal> => {
  if (!hasRole(by, handlerRoles) && !ticket.alarm?.alarmed.includes(by.id))
    return refused({ kind: 'role', verb: '我负责' });
  if (ticket.class !== 'critical' || ticket.claimedBy === by.id) return claimTicket(ticket, by, context);
  if (ticket.claimedBy)
    return refused({ kind: 'already-claimed', owner: ticket.claimedBy, at: ticket.claimedAt ?? ticket.reportedAt });
  if (ticket.phase !== 'dispatched' && ticket.phase !== 'doubted') return refused({ kind: 'state', verb: '我负责' });
  const events: TicketEvent[] = [
    ...settleDoubt(ticket, by, context),
    { kind: 'took-charge', at: context.now, by: by.id },
  ];
  const taken = foldTicket(ticket, events) ?? ticket;
  const told = new Set([...(ticket.alarm?.alarmed ?? []), by.id]);
  const key = `in-charge.${ticket.cycle}`;
  const spoken = {
    wording: 'ticket.in-charge',
    params: { ...headOf(taken), owner: by.id, at: context.now },
  } as const;
  return decided({
    events,
    says: [
      ...tell([...told], key, spoken, { urgency: 'critical' }),
      ...staffGroupSays(taken, context.community, { key, urgency: 'critical', ...spoken }),
      ...tellPrivateReporters(taken, 'in-charge', context),
      ...(taken.search === null || taken.search.described !== null
        ? []
        : tell(
            [by.id],
            `search-hint.${ticket.cycle}`,
            { wording: 'ticket.search-hint', params: { number: ticket.number } },
            { urgency: 'critical' },
          )),
    ],
  });
};

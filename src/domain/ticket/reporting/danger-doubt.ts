import type { Person } from '../../community/community';
import { hasRole } from '../../community/may';
import { onDuty, staffFor } from '../../community/responsible';
import { decided, refused, type Decision, type Result, type Say } from '../../decision';
import type { PersonId } from '../../ids';
import { alarmGroup, alarmReporter } from '../alarming/alarm-reporter';
import { emergencyNumberOf } from '../alarming/alarm-round';
import { mayEndAlarm } from '../alarming/stand-down';
import { askPapers } from '../applying/ask-papers';
import { foldTicket } from '../apply-ticket-event';
import { dispatchNow, dispatchReady } from '../dispatching/dispatch-ready';
import { guardOpen } from './duplicate';
import type { TicketRefusal } from '../refusal';
import { classOf } from './report-class';
import { areaOf } from '../ticket-area';
import { groupCard } from '../telling/group-card';
import { deskOf, headOf, isShownInGroups } from '../telling/ticket-card';
import { promisedDue } from '../clocks/stage-clock';
import { answerTo, reportersOf, tell } from '../telling/tell';
import type { Ticket } from '../ticket';
import type { TicketEvent } from '../ticket-event';
import type { TicketContext } from '../ticket-context';
import { handlerRoles } from '../working/handler-roles';

/** Why a danger that was in doubt is one. */
export type Confirmed = Extract<TicketEvent, { kind: 'danger-confirmed' }>['why'];

/** Who said that it is none. */
type Denied = Extract<TicketEvent, { kind: 'danger-denied' }>['why'];

type Doubted = Result<Decision<TicketEvent>, TicketRefusal>;

/** One person on duty looks at the words quietly, while the reporter is asked. */
export const quietOne = (ticket: Ticket, { community, now }: TicketContext): readonly PersonId[] => {
  const area = areaOf(ticket, community);
  const [first] = [...onDuty(community, area, now), ...staffFor(community, area)].filter(
    ({ id }) => !ticket.about.includes(id),
  );
  return first ? [first.id] : [];
};

/** In doubt: the reporter is asked in private, the number to ring first, and one person on duty gets the words. */
export const askDanger = (ticket: Ticket, context: TicketContext): readonly Say[] => {
  const { community } = context;
  const [reporter] = ticket.reporters;
  const minutes = community.policy.doubtMinutes;
  const emergencyNumber = emergencyNumberOf(ticket, community);
  return [
    ...tell(
      reporter ? [reporter.person] : [],
      'ask-danger',
      {
        wording: 'ticket.ask-danger',
        params: { number: ticket.number, words: ticket.words, emergencyNumber, minutes },
      },
      {
        urgency: 'critical',
        question: true,
        choices: ['danger-yes', 'danger-no'],
        ...(reporter?.group ? { fallbackChat: reporter.group } : {}),
      },
    ),
    ...tell(
      quietOne(ticket, context),
      'danger-maybe',
      {
        wording: 'ticket.danger-maybe',
        params: {
          ...headOf(ticket),
          role: reporter?.role ?? 'resident',
          words: ticket.words,
          emergencyNumber,
          minutes,
        },
      },
      {
        urgency: 'critical',
        choices: ['take-charge', 'danger-yes', 'danger-no', 'false-alarm'],
        photos: ticket.photos,
      },
    ),
  ];
};

/** It is a danger: said so, or nobody denied it in time, or the reporter can't be asked. The full alarm goes out. */
export const confirmDanger = (
  ticket: Ticket,
  { by, why }: { readonly by: PersonId | null; readonly why: Confirmed },
  context: TicketContext,
): Decision<TicketEvent> => {
  const confirmed: TicketEvent = { kind: 'danger-confirmed', at: context.now, by, why };
  const known = foldTicket(ticket, [confirmed]) ?? ticket;
  const next = dispatchNow(known, context);
  const alarmed = foldTicket(known, next.events) ?? known;
  const [reporter] = ticket.reporters;
  return {
    events: [confirmed, ...next.events],
    says: [
      ...next.says,
      ...(reporter ? alarmReporter(alarmed, reporter, 'alarm-reporter', context) : []),
      ...alarmGroup(alarmed, { group: reporter?.group ?? null, replyTo: null }, context),
    ],
    postings: [],
    also: [],
    guards: [],
  };
};

/** Who works here and said that it is one hears how many were called, unless called as well. */
const answerCaller = (ticket: Ticket, by: PersonId, { events }: Decision<TicketEvent>, { now }: TicketContext) => {
  const called = events.flatMap((event) => (event.kind === 'alarmed' ? event.to : []));
  return called.includes(by)
    ? []
    : answerTo(by, 'danger-called', now, {
        wording: 'ticket.danger-called',
        params: { ...headOf(ticket), count: called.length },
      });
};

/** Who hears that nobody is in danger: the one on duty, whoever of those who work here said so, and then the reporters, with the number to ring. */
const tellDenied = (
  ticket: Ticket,
  after: Ticket,
  { by, why }: { readonly by: Person; readonly why: Denied },
  context: TicketContext,
): readonly Say[] => {
  const { community } = context;
  const ofDuty = why === 'duty';
  return [
    ...tell(
      ofDuty ? [...quietOne(ticket, context), by.id] : quietOne(ticket, context),
      'danger-denied',
      { wording: 'ticket.danger-denied', params: { ...headOf(after), ...(ofDuty ? { by: by.id } : {}) } },
      { urgency: 'prompt' },
    ),
    ...tell(
      ofDuty ? reportersOf(ticket) : [],
      'danger-denied-reporter',
      {
        wording: 'ticket.stood-down-reporter',
        params: { ...headOf(after), by: by.id, emergencyNumber: emergencyNumberOf(ticket, community) },
      },
      { urgency: 'critical' },
    ),
    ...tell(
      ofDuty ? reportersOf(ticket) : [by.id],
      'received',
      {
        wording: 'ticket.received',
        params: { ...headOf(after), desk: deskOf(after, community), due: promisedDue(after, community) },
      },
      { urgency: 'prompt' },
    ),
  ];
};

/** Nobody is in danger: it goes on as what it otherwise is. */
const denyDanger = (
  ticket: Ticket,
  { by, why }: { readonly by: Person; readonly why: Denied },
  context: TicketContext,
): Doubted => {
  const { community, now } = context;
  const category = ticket.otherwise ?? 'other';
  const group = isShownInGroups(category, community) ? (ticket.reporters[0]?.group ?? null) : null;
  const denied: TicketEvent = {
    kind: 'danger-denied',
    at: now,
    by: by.id,
    why,
    category,
    class: classOf(category, community),
    cardGroup: group,
  };
  const ordinary = foldTicket(ticket, [denied]) ?? ticket;
  const next = dispatchReady(ordinary, context);
  const asked = askPapers(ordinary, true, context);
  const after = foldTicket(ordinary, [...next.events, ...asked.events]) ?? ordinary;
  return decided({
    guards: guardOpen(after, context),
    events: [denied, ...next.events, ...asked.events],
    says: [
      ...tellDenied(ticket, after, { by, why }, context),
      ...groupCard(after, context),
      ...next.says,
      ...asked.says,
    ],
  });
};

interface AnswerDanger {
  readonly by: Person;
  readonly danger: boolean;
  readonly why: 'reporter' | 'unreachable';
}

/** Nobody asks any more: whoever still sees a danger hears how to call people. */
const tooLate = (ticket: Ticket, danger: boolean, context: TicketContext): Doubted =>
  refused({ kind: 'no-doubt', danger, emergencyNumber: emergencyNumberOf(ticket, context.community) });

/** Whoever works here may call people at once; that nobody need come, only those say who may end an alarm. */
const judgeDanger = (ticket: Ticket, { by, danger }: AnswerDanger, context: TicketContext): Doubted => {
  if (!hasRole(by, handlerRoles)) return refused({ kind: 'not-found' });
  if (ticket.phase !== 'doubted') return tooLate(ticket, danger, context);
  if (danger) {
    const confirmed = confirmDanger(ticket, { by: by.id, why: 'duty' }, context);
    return decided({ ...confirmed, says: [...confirmed.says, ...answerCaller(ticket, by.id, confirmed, context)] });
  }
  return mayEndAlarm(ticket, by, context.community)
    ? denyDanger(ticket, { by, why: 'duty' }, context)
    : refused({ kind: 'role', verb: '没有危险' });
};

/** "Is somebody in danger?", answered by the reporter (`unreachable`: it could not even be asked), or by those who work here. */
export const answerDanger = (ticket: Ticket, answer: AnswerDanger, context: TicketContext): Doubted => {
  const { by, danger, why } = answer;
  if (!ticket.reporters.some((reporter) => reporter.person === by.id)) return judgeDanger(ticket, answer, context);
  if (ticket.phase !== 'doubted')
    return danger && ticket.class !== 'critical' ? tooLate(ticket, danger, context) : refused({ kind: 'not-asked' });
  if (!danger) return denyDanger(ticket, { by, why: 'reporter' }, context);
  return { ok: true, value: confirmDanger(ticket, { by: why === 'reporter' ? by.id : null, why }, context) };
};

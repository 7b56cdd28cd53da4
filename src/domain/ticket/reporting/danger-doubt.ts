import type { Person } from '../../community/community';
import { onDuty, staffFor } from '../../community/responsible';
import { decided, refused, type Decision, type Result, type Say } from '../../decision';
import type { PersonId } from '../../ids';
import { alarmGroup, alarmReporter } from '../alarming/alarm-reporter';
import { emergencyNumberOf } from '../alarming/alarm-round';
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
import { tell } from '../telling/tell';
import type { Ticket } from '../ticket';
import type { TicketEvent } from '../ticket-event';
import type { TicketContext } from '../ticket-context';

/** Why a danger that was in doubt is one. */
export type Confirmed = Extract<TicketEvent, { kind: 'danger-confirmed' }>['why'];

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
      { urgency: 'critical', choices: ['take-charge', 'false-alarm'], photos: ticket.photos },
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

/** The reporter says that nobody is in danger: it goes on as what it otherwise is, and the one on duty is told. */
const denyDanger = (ticket: Ticket, by: Person, context: TicketContext): Doubted => {
  const { community, now } = context;
  const category = ticket.otherwise ?? 'other';
  const group = isShownInGroups(category, community) ? (ticket.reporters[0]?.group ?? null) : null;
  const denied: TicketEvent = {
    kind: 'danger-denied',
    at: now,
    by: by.id,
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
      ...tell(
        quietOne(ticket, context),
        'danger-denied',
        { wording: 'ticket.danger-denied', params: headOf(after) },
        { urgency: 'prompt' },
      ),
      ...tell(
        [by.id],
        'received',
        {
          wording: 'ticket.received',
          params: { ...headOf(after), desk: deskOf(after, community), due: promisedDue(after, community) },
        },
        { urgency: 'prompt' },
      ),
      ...groupCard(after, context),
      ...next.says,
      ...asked.says,
    ],
  });
};

/** The reporter's answer to "is somebody in danger?"; `unreachable`: it could not even be asked. */
export const answerDanger = (
  ticket: Ticket,
  { by, danger, why }: { readonly by: Person; readonly danger: boolean; readonly why: 'reporter' | 'unreachable' },
  context: TicketContext,
): Doubted => {
  if (!ticket.reporters.some((reporter) => reporter.person === by.id)) return refused({ kind: 'not-found' });
  if (ticket.phase !== 'doubted') return refused({ kind: 'not-asked' });
  if (!danger) return denyDanger(ticket, by, context);
  return { ok: true, value: confirmDanger(ticket, { by: why === 'reporter' ? by.id : null, why }, context) };
};

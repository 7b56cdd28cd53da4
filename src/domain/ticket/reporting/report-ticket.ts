import type { CategoryId } from '../../community/category';
import type { Person, Role } from '../../community/community';
import { decision, type Decision, type Say } from '../../decision';
import type { ChatId, MatterId, PersonId, PhotoId, WordsId } from '../../ids';
import { alarmGroup, alarmReporter } from '../alarming/alarm-reporter';
import { askPapers } from '../applying/ask-papers';
import { foldTicket } from '../apply-ticket-event';
import { dispatchReady } from '../dispatching/dispatch-ready';
import { approversOf } from '../dispatching/approvers';
import { markShown } from '../searching/show-person';
import { askDanger } from './danger-doubt';
import { isOfAPlace } from '../dispatching/desk-people';
import { guardOpen } from './duplicate';
import { groupCard } from '../telling/group-card';
import { seeksPerson } from '../seeking/seeks-person';
import { greenByList } from '../ways/green-channel';
import { classOf } from './report-class';
import { deskOf, headOf, isShownInGroups } from '../telling/ticket-card';
import { promisedDue, stageDue } from '../clocks/stage-clock';
import { tell } from '../telling/tell';
import { afterQuietHours } from '../../notices/after-quiet-hours';
import type { Nature, Place, Ticket } from '../ticket';
import type { TicketEvent } from '../ticket-event';
import type { TicketContext } from '../ticket-context';

/** What somebody reported, read and stored. */
export interface ReportTicket {
  readonly id: MatterId;
  readonly number: number;
  readonly nature: Nature;
  readonly by: Person;
  readonly role: Role;
  /** The group it was said in; null for a private chat. */
  readonly group: ChatId | null;
  readonly category: CategoryId | null;
  /** The three likeliest, when the category is not sure. */
  readonly options: readonly CategoryId[];
  /** Words that may mean danger: what it is otherwise. Null: no doubt. */
  readonly doubt: { readonly otherwise: CategoryId | null } | null;
  readonly place: Place;
  readonly words: readonly WordsId[];
  readonly photos: readonly PhotoId[];
  /** Officers whom the words name. */
  readonly about: readonly PersonId[];
  /** Somebody is missed by those who say so, where somebody is lost at all. */
  readonly missing?: boolean;
  /** For whom, where that is somebody else (`代 妈妈 报`). */
  readonly onBehalf?: WordsId | null;
  /** The platform's message, to answer to. */
  readonly replyTo: string | null;
  /** The card answers it, so that it stands in the same part of the group. */
  readonly cardReplies?: boolean;
}

const reportedEvent = (
  report: ReportTicket,
  { now, community }: TicketContext,
): Extract<TicketEvent, { kind: 'reported' }> => {
  const deadlineClass = classOf(report.category, community, report.nature);
  const shown = isShownInGroups(report.category, community) && deadlineClass !== 'critical';
  return {
    kind: 'reported',
    at: now,
    by: report.by.id,
    id: report.id,
    number: report.number,
    nature: report.nature,
    role: report.role,
    group: report.group,
    category: report.category,
    options: report.options,
    class: deadlineClass,
    place: report.place,
    placeAsked:
      report.nature === 'report' &&
      report.place.area === null &&
      report.place.words === null &&
      isOfAPlace(report.category, community),
    words: report.words,
    photos: report.photos,
    cardGroup: shown ? report.group : null,
    ...(report.cardReplies && report.replyTo !== null ? { cardReplyTo: report.replyTo } : {}),
    about: report.about,
    onBehalf: report.onBehalf ?? null,
    doubt: report.doubt,
    ...(report.missing === true && seeksPerson(report.category, community) ? { missing: true as const } : {}),
  };
};

const received = (ticket: Ticket, report: ReportTicket, { community, now }: TicketContext): readonly Say[] => {
  const cardNow = ticket.cardGroup && afterQuietHours(now, community).holdUntil === undefined;
  if (cardNow || ticket.placeAsked || ticket.papers !== null) return [];
  return tell(
    [report.by.id],
    'received',
    {
      wording: 'ticket.received',
      params: { ...headOf(ticket), desk: deskOf(ticket, community), due: promisedDue(ticket, community) },
    },
    { urgency: 'prompt', ...(report.group && !ticket.cardGroup ? { fallbackChat: report.group } : {}) },
  );
};

const askPlace = (ticket: Ticket, report: ReportTicket): readonly Say[] =>
  ticket.placeAsked && ticket.class !== 'critical'
    ? tell(
        [report.by.id],
        'ask-place',
        {
          wording: 'ticket.ask-place',
          params: { number: ticket.number, category: ticket.category, words: ticket.words },
        },
        { urgency: 'prompt', question: true, ...(report.group ? { fallbackChat: report.group } : {}) },
      )
    : [];

/** The administrators who approve choose, when the words don't say it. */
const askCategory = (ticket: Ticket, { community, now }: TicketContext): readonly Say[] => {
  const due = stageDue(ticket, community, 'dispatch');
  if (ticket.category || !due) return [];
  return tell(
    approversOf(ticket, community, now),
    'ask-category',
    {
      wording: 'ticket.ask-category',
      params: { ...headOf(ticket), words: ticket.words, options: ticket.options, due },
    },
    {
      question: true,
      choices: ticket.options.map((id) => `category-${id}` as const),
      photos: ticket.photos,
      ...afterQuietHours(now, community),
    },
  );
};

const sayTextSeven = (ticket: Ticket, { by, group, replyTo }: ReportTicket, context: TicketContext): readonly Say[] => [
  ...alarmReporter(ticket, { person: by.id, group }, 'alarm-reporter', context),
  ...alarmGroup(ticket, { group, replyTo }, context),
];

/** A report begins a ticket: alarmed, or dispatched, or waiting for its place or its category. Never nowhere. */
export const reportTicket = (report: ReportTicket, context: TicketContext): Decision<TicketEvent> => {
  const first = reportedEvent(report, context);
  const reported = foldTicket(null, [first]);
  if (!reported) return decision();
  if (reported.phase === 'doubted')
    return decision<TicketEvent>({
      events: [first],
      says: markShown(askDanger(reported, context), reported, context.community),
      guards: guardOpen(reported, context),
    });
  const green = greenByList(reported, context);
  const begun = foldTicket(reported, green) ?? reported;
  const next = dispatchReady(begun, context);
  const asked = askPapers(begun, true, context);
  const ticket = foldTicket(begun, [...next.events, ...asked.events]) ?? begun;
  const critical = ticket.class === 'critical';
  const says = [
    ...next.says,
    ...asked.says,
    ...(critical ? sayTextSeven(ticket, report, context) : groupCard(ticket, context)),
    ...(critical ? [] : received(ticket, report, context)),
    ...askPlace(ticket, report),
    ...askCategory(ticket, context),
  ];
  return decision<TicketEvent>({
    events: [first, ...green, ...next.events, ...asked.events],
    says: markShown(says, ticket, context.community),
    guards: guardOpen(ticket, context),
  });
};

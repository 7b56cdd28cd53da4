import { minutesBetween } from '../../calendar/local-time';
import type { Community, DeskKind, Person } from '../../community/community';
import { desksFor, peopleAtDesk } from '../../community/desk';
import { decided, refused, type Decision, type Result } from '../../decision';
import type { AreaId, Moment, PersonId, WordsId } from '../../ids';
import { foldTicket } from '../apply-ticket-event';
import { stageDue } from '../clocks/stage-clock';
import { isComplainedOf } from '../dispatching/desk-people';
import type { TicketRefusal } from '../refusal';
import { isSuggestion } from '../suggesting/suggestion';
import { answerTo, tell, whenAwake } from '../telling/tell';
import { headOf, isShownInGroups } from '../telling/ticket-card';
import type { Ticket } from '../ticket';
import type { TicketContext } from '../ticket-context';
import type { TicketEvent } from '../ticket-event';
import { branchOf } from './branch-of';
import type { Meeting } from './meeting';

type Convened = Result<Decision<TicketEvent>, TicketRefusal>;

export interface ConveneMeeting {
  readonly by: Person;
  /** Null: no day and hour were understood. */
  readonly from: Moment | null;
  /** Where; null: it was not said. */
  readonly words: WordsId | null;
  /** The desks that were named; without any, the owners' committee and the property firm. */
  readonly desks: readonly AreaId[];
}

/** Whom the branch convenes when it names nobody. */
const usually: readonly DeskKind[] = ['owners-committee', 'property'];

const desksMeant = (ticket: Ticket, named: readonly AreaId[], community: Community): readonly AreaId[] =>
  named.length > 0
    ? named
    : usually.flatMap((kind) => desksFor(community, kind, ticket.place.area).slice(0, 1)).map(({ id }) => id);

/** Everybody at those desks, and whoever has the matter; not the one who convenes. */
const invitedTo = (
  ticket: Ticket,
  desks: readonly AreaId[],
  by: Person,
  { community, now }: TicketContext,
): readonly PersonId[] => {
  const people = desks
    .flatMap((desk) => peopleAtDesk(desk, community, now))
    .filter((person) => person !== by.id && !isComplainedOf(ticket, person, community));
  const owner = [ticket.claimedBy ?? []].flat().filter((person) => person !== by.id);
  return people.length === 0 ? [] : [...new Set([...people, ...owner])];
};

/** While somebody works on it, or is asked to. */
export const isMetAbout = (ticket: Ticket): boolean =>
  ticket.class !== 'critical' &&
  !isSuggestion(ticket) &&
  (ticket.phase === 'dispatched' || ticket.phase === 'claimed' || ticket.phase === 'waiting');

/** To whoever convened it: who was told, and whether the deadline comes first. */
const answerConvener = (ticket: Ticket, meeting: Meeting, by: Person, { community, now }: TicketContext) => {
  const due = stageDue(ticket, community, 'resolve');
  return answerTo(by.id, 'convened', now, {
    wording: 'ticket.convened',
    params: {
      ...headOf(ticket),
      from: meeting.from,
      words: [meeting.words],
      desks: meeting.desks,
      to: meeting.to,
      due: due !== null && due < meeting.from ? due : null,
    },
  });
};

const sayMeeting = (ticket: Ticket, meeting: Meeting, by: Person, context: TicketContext) => [
  ...answerConvener(ticket, meeting, by, context),
  ...tell(
    meeting.to,
    `meeting.${context.now}`,
    {
      wording: 'ticket.meeting',
      params: {
        ...headOf(ticket),
        by: by.id,
        desk: meeting.desk,
        desks: meeting.desks,
        from: meeting.from,
        words: [meeting.words],
        report: ticket.words,
      },
    },
    { ...whenAwake(ticket, context), photos: ticket.photos },
  ),
];

/** A second press: the same again, before anybody could have thought of another place. */
const pressMinutes = 2;

const isSame = (one: Meeting, other: Meeting): boolean =>
  one.minutes === null &&
  one.from === other.from &&
  one.desks.join() === other.desks.join() &&
  minutesBetween(one.convenedAt, other.convenedAt) < pressMinutes;

/**
 * `召集 #12 明天15点 在活动室`: the grid's Party branch asks the owners' committee and the property firm to a meeting. Said
 * again it is moved, and everybody hears so; pressed twice it is only answered.
 */
export const conveneMeeting = (ticket: Ticket, command: ConveneMeeting, context: TicketContext): Convened => {
  const { now, community } = context;
  const { by, from, words } = command;
  const desk = branchOf(ticket, by, community, now);
  const bar = (why: Extract<TicketRefusal, { kind: 'meeting' }>['why']): Convened => refused({ kind: 'meeting', why });
  if (desk === null) return bar('branch');
  if (!isMetAbout(ticket)) return refused({ kind: 'state', verb: '召集' });
  // Neighbours sit in it: what no group may see is no matter for them.
  if (!isShownInGroups(ticket.category, community)) return bar('private');
  if (from === null || from <= now) return bar('time');
  if (words === null) return bar('place');
  const desks = desksMeant(ticket, command.desks, community);
  const to = invitedTo(ticket, desks, by, context);
  if (to.length === 0) return bar('nobody');
  const events: TicketEvent[] = [{ kind: 'convened', at: now, by: by.id, desk, from, words, desks, to }];
  const after = foldTicket(ticket, events) ?? ticket;
  const { meeting } = after;
  if (!meeting) return bar('none');
  return ticket.meeting && isSame(ticket.meeting, meeting)
    ? decided({ says: answerConvener(ticket, ticket.meeting, by, context) })
    : decided({ events, says: sayMeeting(after, meeting, by, context) });
};

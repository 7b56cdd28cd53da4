import type { Community, Person } from '../../community/community';
import { hasRole } from '../../community/may';
import {
  directorsFor,
  gridLeadersFor,
  gridWorkersFor,
  onDuty,
  staffFor,
  streetOfficeFor,
} from '../../community/responsible';
import type { Say } from '../../decision';
import type { Moment, PersonId, WordsId } from '../../ids';
import { firstWithPeople, idsOf } from '../dispatching/approvers';
import { areaOf, isInAGrid } from '../ticket-area';
import { alarmPauseMinutes } from './alarm-pause';
import { headOf, isShownInGroups } from '../telling/ticket-card';
import { tell } from '../telling/tell';
import type { Ticket } from '../ticket';
import type { TicketEvent } from '../ticket-event';
import type { TicketContext } from '../ticket-context';

interface Alarmed {
  readonly events: readonly TicketEvent[];
  readonly says: readonly Say[];
}

/** Numbers to ring when a category names none: the police's. */
export const defaultEmergencyNumber = '110';

export const emergencyNumberOf = (ticket: Ticket, community: Community): string =>
  community.categories.find((category) => category.id === ticket.category)?.emergencyNumber ?? defaultEmergencyNumber;

/** Those of the place; where nobody knows the place, those of every place. */
export const peopleNear = (ticket: Ticket, community: Community): readonly Person[] => {
  const area = areaOf(ticket, community);
  return isInAGrid(ticket, community)
    ? [...gridWorkersFor(community, area), ...gridLeadersFor(community, area)]
    : community.officers.filter((person) => hasRole(person, ['grid-worker', 'grid-leader']));
};

/** Who is alarmed in a round: wider each time; nobody on duty means all community staff and the level above at once. */
const alarmedIn = (ticket: Ticket, round: number, community: Community, at: Moment): readonly PersonId[] => {
  const area = areaOf(ticket, community);
  const staff = (): readonly Person[] => [...staffFor(community, area), ...directorsFor(community, area)];
  const people = [
    ...firstWithPeople([
      () => onDuty(community, area, at),
      () => [...staff(), ...streetOfficeFor(community)],
      () => community.officers,
    ]),
    ...(round >= 2 ? peopleNear(ticket, community) : []),
    ...(round >= 3 ? staff() : []),
  ];
  return [...new Set([...(ticket.alarm?.alarmed ?? []), ...idsOf(people)])];
};

/** The staff's own groups, for what may be named there. */
export const staffGroupSays = (ticket: Ticket, community: Community, say: Omit<Say, 'to'>): readonly Say[] =>
  isShownInGroups(ticket.category, community)
    ? community.groups
        .filter((group) => group.purpose === 'staff')
        .map((group) => ({ ...say, to: { chat: group.id } }) as Say)
    : [];

interface Alarm {
  readonly to: readonly PersonId[];
  readonly key: string;
  readonly round: number;
  readonly words: readonly WordsId[];
}

/** Text 6, in private; `round` from 2 on is said as a reminder. */
export const alarmText = (ticket: Ticket, { round, to, words }: Omit<Alarm, 'key'>, community: Community) =>
  ({
    wording: 'ticket.alarm',
    params: {
      ...headOf(ticket),
      again: round > 1,
      at: ticket.reportedAt,
      role: ticket.reporters[0]?.role ?? 'resident',
      words,
      emergencyNumber: emergencyNumberOf(ticket, community),
      count: new Set([...(ticket.alarm?.alarmed ?? []), ...to]).size,
      minutes: alarmPauseMinutes(round, community),
    },
  }) as const;

const alarmExtras = (ticket: Ticket) =>
  ({
    urgency: 'critical',
    choices: ['take-charge', 'more-hands', 'false-alarm'],
    photos: ticket.photos,
  }) as const;

const alarmSays = (ticket: Ticket, alarm: Alarm, { community }: TicketContext): readonly Say[] => {
  const spoken = alarmText(ticket, alarm, community);
  const extras = alarmExtras(ticket);
  return [
    ...tell(alarm.to, alarm.key, spoken, extras),
    ...staffGroupSays(ticket, community, { key: alarm.key, ...extras, ...spoken }),
  ];
};

/** Alarms everyone of this round, once each, at once, in private and in the staff group. */
export const alarmRound = (ticket: Ticket, round: number, context: TicketContext): Alarmed => {
  const to = alarmedIn(ticket, round, context.community, context.now);
  const key = `alarm.${ticket.cycle}.${round}`;
  return {
    events: [{ kind: 'alarmed', at: context.now, round, to }],
    says: alarmSays(ticket, { to, key, round, words: ticket.words }, context),
  };
};

/** Nobody has taken charge for too long: the level above is alarmed as well, and stays in the later rounds. */
export const alarmStreet = (ticket: Ticket, context: TicketContext): Alarmed => {
  const known = ticket.alarm?.alarmed ?? [];
  const to = idsOf(streetOfficeFor(context.community)).filter((person) => !known.includes(person));
  const round = ticket.alarm?.rounds ?? 1;
  const alarm = { to, key: `alarm.street.${ticket.cycle}`, round: Math.max(round, 2), words: ticket.words };
  const notified: TicketEvent = { kind: 'notified', at: context.now, step: 'alarm.street', to };
  if (to.length === 0) return { events: [notified], says: [] };
  return {
    events: [{ kind: 'alarmed', at: context.now, round, to }, notified],
    says: tell(to, alarm.key, alarmText(ticket, alarm, context.community), alarmExtras(ticket)),
  };
};

/**
 * Something new is known of a danger (its place, a second report): whoever has it hears the alarm's text once more,
 * and until somebody has it, everyone alarmed does.
 */
export const alarmNews = (
  ticket: Ticket,
  news: { readonly key: string; readonly words: readonly WordsId[]; readonly by: PersonId },
  { community }: TicketContext,
): readonly Say[] => {
  if (
    ticket.class !== 'critical' ||
    ticket.phase === 'doubted' ||
    ticket.phase === 'reported' ||
    ticket.phase === 'resolved'
  )
    return [];
  const concerned = ticket.claimedBy ? [ticket.claimedBy] : (ticket.alarm?.alarmed ?? []);
  const to = concerned.filter((person) => person !== news.by);
  const round = Math.max(2, ticket.alarm?.rounds ?? 1);
  return tell(to, news.key, alarmText(ticket, { round, to, words: news.words }, community), alarmExtras(ticket));
};

import type { Community, Person } from '../community/community';
import {
  directorsFor,
  gridLeadersFor,
  gridWorkersFor,
  onDuty,
  staffFor,
  streetOfficeFor,
} from '../community/responsible';
import { communityArea } from '../community/area-tree';
import type { Say } from '../decision';
import type { Moment, PersonId } from '../ids';
import { alarmPauseMinutes } from './schedule-ticket';
import { headOf, isShownInGroups } from './ticket-card';
import { tell } from './tell';
import type { Ticket } from './ticket';
import type { TicketEvent } from './ticket-event';
import type { TicketContext } from './ticket-context';

/** Numbers to ring when a category names none: the police's. */
export const defaultEmergencyNumber = '110';

export const emergencyNumberOf = (ticket: Ticket, community: Community): string =>
  community.categories.find((category) => category.id === ticket.category)?.emergencyNumber ?? defaultEmergencyNumber;

/** Who is alarmed in a round: wider each time; nobody on duty means all community staff and the level above at once. */
const alarmedIn = (ticket: Ticket, round: number, community: Community, at: Moment): readonly PersonId[] => {
  const area = ticket.place.area ?? communityArea(community)?.id ?? null;
  const duty = onDuty(community, area, at);
  const everyone = (): readonly Person[] => [...staffFor(community, area), ...directorsFor(community, area)];
  const people = [
    ...duty,
    ...(duty.length === 0 ? [...everyone(), ...streetOfficeFor(community)] : []),
    ...(round >= 2 ? [...gridWorkersFor(community, area), ...gridLeadersFor(community, area)] : []),
    ...(round >= 3 ? everyone() : []),
  ];
  return [...new Set([...(ticket.alarm?.alarmed ?? []), ...people.map((person) => person.id)])];
};

const alarmSays = (
  ticket: Ticket,
  round: number,
  to: readonly PersonId[],
  key: string,
  { community, now }: TicketContext,
): readonly Say[] => {
  const spoken = {
    wording: 'ticket.alarm',
    params: {
      ...headOf(ticket),
      again: round > 1,
      at: ticket.reportedAt,
      role: ticket.reporters[0]?.role ?? 'resident',
      words: ticket.words,
      emergencyNumber: emergencyNumberOf(ticket, community),
      count: new Set([...(ticket.alarm?.alarmed ?? []), ...to]).size,
      minutes: alarmPauseMinutes(round, community),
    },
  } as const;
  const extras = {
    urgency: 'critical',
    choices: ['take-charge', 'more-hands', 'false-alarm'],
    photos: ticket.photos,
  } as const;
  const staffGroups = isShownInGroups(ticket.category, community)
    ? community.groups.filter((group) => group.purpose === 'staff')
    : [];
  return [
    ...tell(to, key, spoken, extras),
    ...staffGroups.map((group): Say => ({ to: { chat: group.id }, key: `${key}.${now}`, ...extras, ...spoken })),
  ];
};

/** Alarms everyone of this round, once each, at once, in private and in the staff group. */
export const alarmRound = (
  ticket: Ticket,
  round: number,
  context: TicketContext,
): { events: readonly TicketEvent[]; says: readonly Say[] } => {
  const to = alarmedIn(ticket, round, context.community, context.now);
  return {
    events: [{ kind: 'alarmed', at: context.now, round, to }],
    says: alarmSays(ticket, round, to, `alarm.${ticket.cycle}.${round}`, context),
  };
};

/** Nobody has taken charge for too long: the level above is alarmed as well, and stays in the later rounds. */
export const alarmStreet = (
  ticket: Ticket,
  context: TicketContext,
): { events: readonly TicketEvent[]; says: readonly Say[] } => {
  const to = streetOfficeFor(context.community).map((person) => person.id);
  const round = ticket.alarm?.rounds ?? 1;
  return {
    events: [
      { kind: 'alarmed', at: context.now, round, to },
      { kind: 'notified', at: context.now, step: 'alarm.street', to },
    ],
    says: alarmSays(ticket, Math.max(round, 2), to, `alarm.street.${ticket.cycle}`, context),
  };
};

import { localTime, minutesOfClock } from '../calendar/local-time';
import type { AreaId, Moment, PersonId } from '../ids';
import { isWithin } from './area-tree';
import type { Community, DutyChange, DutyTurn, Person } from './community';

/** The last thing said about a person's duty that holds at this moment. */
const changeAt = (community: Community, person: PersonId, at: Moment): DutyChange | null =>
  community.dutyChanges.findLast((change) => change.person === person && change.from <= at && at < change.to) ?? null;

/** On leave: a leave counts for all of a person's areas, until a later word ends it. */
export const isAbsent = (community: Community, person: PersonId, at: Moment): boolean =>
  changeAt(community, person, at)?.kind === 'absent';

const turnHolds = (turn: DutyTurn, weekday: number, minuteOfDay: number): boolean => {
  const [from, to] = [minutesOfClock(turn.from), minutesOfClock(turn.to)];
  const yesterday = weekday === 1 ? 7 : weekday - 1;
  if (from === to) return turn.weekdays.includes(weekday);
  if (from < to) return turn.weekdays.includes(weekday) && from <= minuteOfDay && minuteOfDay < to;
  // A night turn belongs to the weekday on which it begins.
  if (minuteOfDay >= from) return turn.weekdays.includes(weekday);
  return minuteOfDay < to && turn.weekdays.includes(yesterday);
};

/**
 * Who is on duty for an area: whoever has a turn there, above it (the community's desk covers its buildings) or in
 * it (something unplaced may lie in any grid). Null: for the whole community. Empty when nobody is.
 */
export const onDuty = (community: Community, area: AreaId | null, at: Moment): readonly Person[] => {
  const covers = (duty: AreaId): boolean =>
    area === null || isWithin(community, area, duty) || isWithin(community, duty, area);
  const { weekday, minuteOfDay } = localTime(at, community.calendar.timeZone);
  const turns = community.duty
    .filter((turn) => covers(turn.area) && turnHolds(turn, weekday, minuteOfDay))
    .map(({ person }) => person);
  const called = community.officers
    .filter(({ id }) => {
      const change = changeAt(community, id, at);
      return change?.kind === 'on-duty' && covers(change.area);
    })
    .map(({ id }) => id);
  return [...new Set([...turns, ...called])]
    .filter((person) => !isAbsent(community, person, at))
    .flatMap((person) => community.officers.find(({ id }) => id === person) ?? []);
};

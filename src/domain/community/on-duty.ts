import { localTime, minutesOfClock } from '../calendar/local-time';
import type { AreaId, Moment } from '../ids';
import { actingFor, changeAt } from './absence';
import { isWithin } from './area-tree';
import type { Community, DutyTurn, Person } from './community';

/** Whether a weekly turn holds at this time of the week. */
export const turnHolds = (turn: DutyTurn, weekday: number, minuteOfDay: number): boolean => {
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
 * it (something unplaced may lie in any grid). Null: for the whole community. Who is away is replaced by who stands in.
 * Empty when nobody is.
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
  const acting = [...new Set([...turns, ...called])].flatMap((person) => {
    const officer = community.officers.find(({ id }) => id === person);
    return (officer && actingFor(community, officer, at)) ?? [];
  });
  return [...new Set(acting)];
};

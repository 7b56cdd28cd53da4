import { localTime, momentOfLocal, plusDays } from '../calendar/local-time';
import { isWithinWindow, nextMomentOutside } from '../calendar/quiet';
import { isWorkingTime, nextWorkingMoment } from '../calendar/working-time';
import { changeAt } from '../community/absence';
import { calendarOf } from '../community/area-calendar';
import type { Community, Person } from '../community/community';
import { turnHolds } from '../community/on-duty';
import { dutyAreaOf } from '../community/usual-turn';
import type { Moment } from '../ids';

/** A week of turns holds every turn there is. */
const daysAhead = 8;

/** On duty in person: by a turn, or because somebody said so. */
const isOnDuty = (community: Community, person: Person, at: Moment): boolean => {
  const { weekday, minuteOfDay } = localTime(at, community.calendar.timeZone);
  return (
    changeAt(community, person.id, at)?.kind === 'on-duty' ||
    community.duty.some((turn) => turn.person === person.id && turnHolds(turn, weekday, minuteOfDay))
  );
};

/** Whether what can wait need not wait for this person: in working hours, or on duty and not at night. */
const isReachable = (community: Community, person: Person, at: Moment): boolean =>
  isWorkingTime(calendarOf(community, dutyAreaOf(community, person)), at) ||
  (isOnDuty(community, person, at) && !isWithinWindow(at, community.policy.quietHours, community.calendar.timeZone));

const beginnings = (community: Community, person: Person, at: Moment): readonly Moment[] => {
  const { timeZone } = community.calendar;
  const { date } = localTime(at, timeZone);
  const turns = community.duty.filter((turn) => turn.person === person.id);
  const days = Array.from({ length: daysAhead }, (_, day) => plusDays(date, day));
  return [
    ...days.flatMap((day) => turns.map(({ from }) => momentOfLocal(day, from, timeZone))),
    ...community.dutyChanges.filter((change) => change.person === person.id).map(({ from }) => from),
  ];
};

/** The first moment from `at` on at which this person may be told what can wait. */
export const reachableFrom = (community: Community, person: Person, at: Moment): Moment => {
  if (isReachable(community, person, at)) return at;
  const { quietHours } = community.policy;
  const { timeZone } = community.calendar;
  const opening = nextWorkingMoment(calendarOf(community, dutyAreaOf(community, person)), at);
  const awake = [at, ...beginnings(community, person, at)]
    .map((moment) => nextMomentOutside(moment, [quietHours], timeZone))
    .filter((moment) => moment >= at && moment < opening && isReachable(community, person, moment))
    .sort();
  return awake[0] ?? opening;
};

import { localTime, momentOfLocal, plusDays } from '../calendar/local-time';
import type { AreaId, Moment, PersonId } from '../ids';
import { lineageOf } from './area-tree';
import type { Community, Person } from './community';
import { turnHolds } from './on-duty';

/** The end of the turn that holds now: the person's own, else any that holds; without one, midnight. */
export const endOfUsualTurn = (community: Community, person: PersonId, now: Moment): Moment => {
  const { timeZone } = community.calendar;
  const { date, weekday, minuteOfDay } = localTime(now, timeZone);
  const holding = community.duty.filter((turn) => turnHolds(turn, weekday, minuteOfDay));
  const own = holding.find((turn) => turn.person === person) ?? holding.find(({ from, to }) => from !== to);
  const tonight = momentOfLocal(plusDays(date, 1), '00:00', timeZone);
  if (!own || own.from === own.to) return tonight;
  const end = momentOfLocal(date, own.to, timeZone);
  return end > now ? end : momentOfLocal(plusDays(date, 1), own.to, timeZone);
};

/** The widest area for which the person holds an office: where a turn that names none is. */
export const dutyAreaOf = (community: Community, person: Person): AreaId =>
  [...person.roles].sort(
    (one, other) => lineageOf(community, one.area).length - lineageOf(community, other.area).length,
  )[0]?.area ?? community.id;

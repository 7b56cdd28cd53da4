import { localTime, plusDays, toMoment } from '../calendar/local-time';
import { stretchesOf } from '../calendar/working-day';
import { calendarOf } from '../community/area-calendar';
import type { Community } from '../community/community';
import type { Moment } from '../ids';
import type { CareFile } from './care-file';
import { colourOf, coloursOf } from './care-policy';

/** Something that time will do to a file. */
export interface CareTime {
  readonly name: string;
  readonly at: Moment;
  readonly what: 'remind' | 'retry' | 'missed';
}

/** A calendar without working days for so long is one that nobody meant. */
const mostDays = 60;

/** The first working day from this date on, with its first and its last moment. */
const workingDay = (from: string, file: CareFile, community: Community): { begin: Moment; end: Moment } => {
  const calendar = calendarOf(community, file.area);
  for (let day = 0; day < mostDays; day += 1) {
    const stretches = stretchesOf(calendar, plusDays(from, day));
    const [first, last] = [stretches.at(0), stretches.at(-1)];
    if (first && last) return { begin: toMoment(first.from), end: toMoment(last.to) };
  }
  return { begin: file.since, end: file.since };
};

const dayOf = (at: Moment, { calendar }: Community): string => localTime(at, calendar.timeZone).date;

const dueDay = (file: CareFile, community: Community): string =>
  plusDays(dayOf(file.since, community), colourOf(coloursOf(community), file.colour).visitDays);

/** Until when the next visit is to be made: the end of work on its day, or on the first working day behind it. */
export const visitDue = (file: CareFile, community: Community): Moment =>
  workingDay(dueDay(file, community), file, community).end;

/** Everything that time will still do before somebody meets this person. */
export const scheduleCare = (file: CareFile, community: Community): readonly CareTime[] => {
  const { care } = community;
  if (!care) return [];
  const day = dueDay(file, community);
  const remindOn = plusDays(day, -Math.min(care.remindDays, colourOf(care.colours, file.colour).visitDays - 1));
  const retries = file.missedAt.map((at, index): CareTime => ({
    ...{ name: `retry.${index + 1}`, what: 'retry' },
    at: workingDay(plusDays(dayOf(at, community), 1), file, community).begin,
  }));
  const all: readonly CareTime[] = [
    { name: 'remind', what: 'remind', at: workingDay(remindOn, file, community).begin },
    ...retries,
    { name: 'missed', what: 'missed', at: visitDue(file, community) },
  ];
  return all
    .filter(({ name }) => !file.notices.includes(name))
    .sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
};

export const careNextDue = (file: CareFile, community: Community): Moment | null =>
  scheduleCare(file, community)[0]?.at ?? null;

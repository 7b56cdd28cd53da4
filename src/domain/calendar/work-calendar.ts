import { tzOffset } from '@date-fns/tz';
import { z } from 'zod';
import { DayWindow } from '../community/policy';

/** Within a day and one after another: a stretch over midnight or two that overlap would count minutes twice. */
const WorkingHours = z
  .array(DayWindow)
  .nonempty()
  .refine(
    (hours) => hours.every(({ from, to }, i) => from < to && (i === 0 || (hours[i - 1]?.to ?? '') <= from)),
    'working hours in the order of the day, each ending after it begins, none overlapping',
  );

/** "MM-DD"; the leap day is a day of the year like others. */
const DayOfYear = z
  .string()
  .refine(
    (day) => /^\d\d-\d\d$/.test(day) && z.iso.date().safeParse(`2024-${day}`).success,
    'a day of the year, such as 05-01',
  );

/** A timetable for part of the year, both days included; it may run over the new year. */
const Season = z.strictObject({ from: DayOfYear, to: DayOfYear, hours: WorkingHours });
type Season = z.infer<typeof Season>;

export const isInSeason = ({ from, to }: Pick<Season, 'from' | 'to'>, dayOfYear: string): boolean =>
  from <= to ? from <= dayOfYear && dayOfYear <= to : from <= dayOfYear || dayOfYear <= to;

/** Two spans of a year share a day when one of them begins in the other. */
const overlap = (one: Season, other: Season): boolean => isInSeason(one, other.from) || isInSeason(other, one.from);

const Seasons = z
  .array(Season)
  .refine(
    (seasons) => seasons.every((one, index) => seasons.slice(index + 1).every((other) => !overlap(one, other))),
    'seasons that share no day: let each begin on the day after the one before',
  );

/** Working time of a community: weekly hours, official holidays with their make-up working days, and what the pack overrides. */
export const WorkCalendar = z.strictObject({
  timeZone: z
    .string()
    .refine((name) => Number.isFinite(tzOffset(name, new Date(0))), 'a time zone such as Asia/Shanghai')
    .default('Asia/Shanghai'),
  hours: WorkingHours.default([
    { from: '08:30', to: '12:00' },
    { from: '13:30', to: '17:30' },
  ]),
  /** A summer and a winter timetable; on days of no season the hours above hold. */
  seasons: Seasons.default([]),
  /** 1 = Monday … 7 = Sunday. */
  weekdays: z.array(z.int().min(1).max(7)).nonempty().default([1, 2, 3, 4, 5]),
  /** Days off and working days that the official calendar does not know, "2027-02-06". */
  daysOff: z.array(z.iso.date()).default([]),
  workingDays: z.array(z.iso.date()).default([]),
});
export type WorkCalendar = z.infer<typeof WorkCalendar>;

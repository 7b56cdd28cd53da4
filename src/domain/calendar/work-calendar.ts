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
  /** 1 = Monday … 7 = Sunday. */
  weekdays: z.array(z.int().min(1).max(7)).nonempty().default([1, 2, 3, 4, 5]),
  /** Days off and working days that the official calendar does not know, "2027-02-06". */
  daysOff: z.array(z.iso.date()).default([]),
  workingDays: z.array(z.iso.date()).default([]),
});
export type WorkCalendar = z.infer<typeof WorkCalendar>;

import { z } from 'zod';
import { DayWindow } from '../community/policy';

/** Working time of a community: weekly hours, official holidays with their make-up working days, and what the pack overrides. */
export const WorkCalendar = z.strictObject({
  timeZone: z.string().default('Asia/Shanghai'),
  hours: z
    .array(DayWindow)
    .nonempty()
    .default([
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

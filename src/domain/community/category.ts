import { z } from 'zod';
import { OwnStages } from './class-policy';

/** Stable ids of the catalogue of matters. A pack may add its own. */
export const CategoryId = z.string().regex(/^[a-z][a-z0-9-]{1,40}$/, 'an id in small letters, such as ebike-shed');
export type CategoryId = z.infer<typeof CategoryId>;

/**
 * `critical` alarms at once and `2h` goes to who is on duty, both round the clock;
 * the others run on working time, from dispatch.
 */
export const DeadlineClass = z.enum(['critical', '2h', '24h', '7d', '15d']);
export type DeadlineClass = z.infer<typeof DeadlineClass>;

export const Category = z.strictObject({
  id: CategoryId,
  zh: z.string().min(1).max(20),
  en: z.string().min(1).max(40),
  class: DeadlineClass,
  /** `never`: no card and no details in a group, ever. */
  card: z.enum(['group', 'never']).default('group'),
  about: z.string().max(200),
  /**
   * `grid`: the grid workers of the place, which is asked for. `community`: of no place, unless one is named; the
   * community's staff answer. `directors`: a complaint about staff, past the grids and past those it names.
   */
  desk: z.enum(['grid', 'community', 'directors']).default('grid'),
  /** Who sends it to its desk, where that is not as for the others. */
  dispatch: z.enum(['by-rule', 'by-person']).optional(),
  /** The number to ring, for critical categories. */
  emergencyNumber: z
    .string()
    .regex(/^\d{3,5}$/, 'a number to ring, such as "119"')
    .optional(),
  /** Somebody is lost: there is a family to reach, and a handover. */
  seeksPerson: z.boolean().optional(),
  /** Words that mean this category in this community ("外卖柜"). */
  words: z.array(z.string().min(1).max(40)).default([]),
  /**
   * What somebody who applies for it has to bring: told once and completely, and the clock for the work waits for it.
   * Such a category is never shown in groups.
   */
  papers: z.array(z.string().trim().min(1).max(60)).max(20).optional(),
  /** Where papers are taken in that nobody can photograph, with the hours. */
  bringTo: z.string().trim().min(1).max(80).optional(),
  /** What comes back by experience: so many days after it was closed its reporters are asked whether it is still well. */
  revisitDays: z.int().positive().max(400).optional(),
  /** Stages of its own, where its class's do not fit. */
  stages: OwnStages.optional(),
});
export type Category = z.infer<typeof Category>;

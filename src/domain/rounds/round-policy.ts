import { z } from 'zod';
import { ClockTime } from '../community/policy';

const Id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,40}$/, 'an id in small letters and digits, such as village-1');
const Name = z.string().trim().min(1, 'a name').max(20, 'a name of at most 20 characters');

/** What is looked at in a household, and the most marks it can have. */
export const RoundItem = z
  .strictObject({
    id: Id,
    zh: Name,
    en: Name,
    /** What inspectors call it too. */
    words: z.array(Name).default([]).readonly(),
    most: z.int().min(1).max(100),
    /** It is out of doors: a photo of it may be kept. Nothing else of a home is ever photographed. */
    outside: z.boolean().default(false),
  })
  .readonly();
export type RoundItem = z.infer<typeof RoundItem>;

/** One team a village, of its two committees. */
export const RoundTeam = z
  .strictObject({
    village: Id,
    inspectors: z.array(Id).nonempty('at least one inspector').readonly(),
    /** Who carries the paper cards; without it the first inspector. */
    captain: Id.optional(),
  })
  .readonly();
export type RoundTeam = z.infer<typeof RoundTeam>;

/** The monthly round of the households. */
export const RoundPolicy = z
  .strictObject({
    /** The day of the month and the time at which it begins. */
    day: z.int().min(1).max(28),
    at: ClockTime.default('09:00'),
    /** Days for marking, and before their end at which who has not done is reminded. */
    markDays: z.int().min(1).max(25).default(7),
    remindDays: z.int().min(0).max(20).default(2),
    /** Days in which a household may object. */
    objectionDays: z.int().min(1).max(30).default(3),
    items: z.array(RoundItem).nonempty('at least one item').readonly(),
    teams: z.array(RoundTeam).nonempty('at least one team').readonly(),
    pointsPerMark: z.int().min(0).max(100).default(1),
    /** Whether these points come out of the month's budget, where the community keeps one. All of them are given, even beyond it. */
    fromBudget: z.boolean().default(false),
    /** The plaque of households with so many marks or more, each month anew. Lower marks are nobody else's business. */
    plaque: z.strictObject({ zh: Name, en: Name, from: z.int().min(1) }).readonly(),
  })
  .refine(({ remindDays, markDays }) => remindDays < markDays, {
    message: 'fewer days than markDays',
    path: ['remindDays'],
  })
  .readonly();
export type RoundPolicy = z.infer<typeof RoundPolicy>;

export const mostMarks = ({ items }: Pick<RoundPolicy, 'items'>): number =>
  items.reduce((sum, { most }) => sum + most, 0);

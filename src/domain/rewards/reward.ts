import { z } from 'zod';
import { roles } from '../community/roles';

const Id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,40}$/, 'an id in small letters and digits, such as rice');
const Name = z.string().trim().min(1, 'a name').max(40, 'a name of at most 40 characters');

/** Where rewards are handed out: a points shop, a canteen, a barber. */
export const Shop = z
  .strictObject({
    id: Id,
    name: Name,
    address: Name,
    /** As people read it: "每天 8:00 到 18:00". */
    hours: Name,
    /** Who works there, and takes codes. */
    people: z.array(Id).nonempty('at least one person'),
    /** The area whose people it serves; without it everybody. */
    area: Id.optional(),
  })
  .readonly();
export type Shop = z.infer<typeof Shop>;

/** What points buy: goods, a service, a discount (which may cost none). */
export const Reward = z
  .strictObject({
    id: Id,
    zh: Name,
    en: Name,
    /** Other words people use for it ("米"). */
    words: z.array(Name).default([]),
    points: z.int().min(0).max(1_000_000),
    /** Pieces that the shop begins with; null: as many as are asked for. More come by `进货`. */
    stock: z.int().min(0).max(1_000_000).nullable().default(null),
    /** How many a person may have in a month; null: any number. */
    perMonth: z.int().positive().nullable().default(null),
    /** Days for which its code holds. */
    validDays: z.int().min(1).max(366).default(7),
    /** Where it is handed out, out of one stock; what a shop has a stock of its own of is a reward of its own. */
    shops: z.array(Id).nonempty('at least one shop'),
    /** Only for people with one of these roles; empty: for everybody. */
    for: z.array(z.enum(roles)).default([]),
  })
  .readonly();
export type Reward = z.infer<typeof Reward>;

const folded = (text: string): string => text.replace(/\s+/gu, '').toLowerCase();

/**
 * What may be meant by what somebody typed: rewards of just that name, else those whose name or other word is in it or
 * begins with it. More than one: the person is asked; none: it is no reward.
 */
export const rewardsMeant = (text: string, rewards: readonly Reward[]): readonly Reward[] => {
  const wanted = folded(text);
  if (wanted === '') return [];
  const namesOf = ({ zh, en, words }: Reward): readonly string[] => [zh, en, ...words].map(folded);
  const exact = rewards.filter((reward) => reward.id === wanted || namesOf(reward).includes(wanted));
  if (exact.length > 0) return exact;
  return rewards.filter((reward) => namesOf(reward).some((name) => wanted.includes(name) || name.startsWith(wanted)));
};

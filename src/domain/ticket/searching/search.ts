import { z } from 'zod';

const ids = z.array(z.string()).readonly();
const moment = z.string();

/** Somebody saw, or may have found, whoever is missed. The place is the area, and what was said of it. */
export const Lead = z
  .object({
    at: moment,
    by: z.string(),
    place: z.object({ area: z.string().nullable(), words: z.string().nullable() }).readonly(),
    words: ids,
    photos: ids,
    /** The group it was said in; null: in private. */
    group: z.string().nullable(),
    /** "找到了": to be confirmed by whoever has the matter; then what came of it. */
    found: z.enum(['said', 'denied']).nullable(),
  })
  .readonly();
export type Lead = z.infer<typeof Lead>;

/** A member of the family that staff linked: somebody who can be written to, or only words (a name, a number) for staff. */
export const FamilyMember = z.object({ person: z.string().nullable(), words: z.string().nullable() }).readonly();

/** The search for somebody who is missed. */
export const Search = z
  .object({
    /** The person as the call describes them, and the pictures of it; null: not said yet. */
    described: z.object({ at: moment, words: ids, photos: ids, lostAt: moment }).readonly().nullable(),
    /** Described anew since the last call: whoever was asked before is asked again with it. */
    fresh: z.boolean(),
    /** The widest circle that was asked; 0: nobody yet. */
    circle: z.int(),
    /** How often people were called, and when last. */
    calls: z.int(),
    calledAt: moment.nullable(),
    groups: ids,
    people: ids,
    /** Who is asked whether this circle may be called, since when, and how often. */
    asking: z.object({ circle: z.int(), at: moment, to: ids, times: z.int() }).readonly().nullable(),
    leads: z.array(Lead).readonly(),
    family: z.array(FamilyMember).readonly(),
    endedAt: moment.nullable(),
  })
  .readonly();
export type Search = z.infer<typeof Search>;

export const noSearch: Search = {
  described: null,
  fresh: false,
  circle: 0,
  calls: 0,
  calledAt: null,
  groups: [],
  people: [],
  asking: null,
  leads: [],
  family: [],
  endedAt: null,
};

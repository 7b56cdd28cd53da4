import { z } from 'zod';

/** 即办, 代办, 陪办, 上门办. */
export const WayKind = z.enum(['at-once', 'on-behalf', 'accompanied', 'at-home']);
export type WayKind = z.infer<typeof WayKind>;

const moment = z.string();

/** When the two sides meet; `to` null: a moment and no window. */
export const Visit = z
  .object({
    from: moment,
    to: moment.nullable(),
    proposedAt: moment,
    /** Whose proposal it is; the other side answers. */
    side: z.enum(['handler', 'reporter']),
    by: z.string(),
    agreedAt: moment.nullable(),
  })
  .readonly();
export type Visit = z.infer<typeof Visit>;

/** The way in which a ticket is handled, with what it needs. */
export const Way = z
  .object({
    kind: WayKind,
    /** What is done on behalf, or how they meet. */
    words: z.string().nullable(),
    /** The resident's authorisation, for what is done on behalf. */
    consent: z.object({ at: moment, by: z.string() }).readonly().nullable(),
    visit: Visit.nullable(),
  })
  .readonly();
export type Way = z.infer<typeof Way>;

/** Why something cannot be done in this way, or not yet. */
export type WayBar = 'time' | 'receipt' | 'consent' | 'home-photo' | 'no-visit' | 'not-at-once';

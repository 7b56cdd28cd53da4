import { z } from 'zod';

const id = z.string();
const by = { at: z.string(), by: id };

const event = <Kind extends string, Shape extends z.core.$ZodLooseShape>(kind: Kind, shape: Shape) =>
  z.object({ kind: z.literal(kind), ...shape }).readonly();

/** What is known of somebody, each a sealed document of its own: a look at one opens no other. */
export const CareDetails = z
  .object({ name: id, born: id.nullable(), home: id.nullable(), family: id.nullable(), looks: id.nullable() })
  .readonly();
export type CareDetails = z.infer<typeof CareDetails>;

export const lookKinds = ['ledger', 'file', 'family', 'history', 'match'] as const;
export type LookKind = (typeof lookKinds)[number];

/** What can happen to the file of somebody in care, oldest first. */
export const CareEvent = z.discriminatedUnion('kind', [
  event('registered', {
    ...by,
    id,
    number: z.int(),
    details: CareDetails,
    colour: id,
    /** The one who sees to this person (一对一). */
    contact: id,
    /** The grid only: the door stands in the sealed words. */
    area: id.nullable(),
  }),
  event('amended', { ...by, details: CareDetails, contact: id, area: id.nullable() }),
  event('recoloured', { ...by, colour: id, words: id }),
  /** `met` false: nobody opened, or the person was not there; the visit is still due. */
  event('visited', { ...by, met: z.boolean(), words: id.nullable() }),
  /** Who looked at what, as whom, and why; `ticket`: because of a matter under way. */
  event('looked', {
    ...by,
    what: z.enum(lookKinds),
    as: z.enum(['contact', 'staff', 'duty']),
    words: id.nullable(),
    ticket: z.object({ id, number: z.int() }).readonly().nullable(),
  }),
  event('notified', { at: z.string(), step: id, to: z.array(id).readonly() }),
  event('skipped', { at: z.string(), steps: z.array(id).readonly() }),
]);
export type CareEvent = z.infer<typeof CareEvent>;

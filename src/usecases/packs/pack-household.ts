import { z } from 'zod';
import { cards, householdNumber } from '../../domain/rounds/household';

const Id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,40}$/, 'an id in small letters and digits');

/** A household that a pack knows; most come from a spreadsheet (`import households`). */
export const PackHousehold = z.strictObject({
  village: Id,
  number: z
    .union([z.string(), z.int()])
    .transform(String)
    .refine((text) => householdNumber(text) !== null, 'a number such as 12 or 12-1'),
  /** The name of its head; left out where the head is one of `people`. */
  head: z.string().trim().min(1).max(40).optional(),
  person: Id.optional(),
  members: z.array(Id).default([]),
  address: z.string().trim().min(1).max(60).optional(),
  card: z.enum(cards).optional(),
});

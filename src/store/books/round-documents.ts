import { z } from 'zod';
import { Household } from '../../domain/rounds/household';
import { Mark, MarkEvent } from '../../domain/rounds/mark';
import { owned } from '../documents';

export const HouseholdDocument = z.object({ ...owned, ...Household.unwrap().shape, members: z.array(z.string()) });
export type HouseholdDocument = z.infer<typeof HouseholdDocument>;

/** The marks of one household in one round, with all that happened to them. */
export const MarkDocument = z.object({
  ...owned,
  round: z.string(),
  household: z.string(),
  version: z.int().positive(),
  state: Mark,
  events: z.array(MarkEvent),
});
export type MarkDocument = z.infer<typeof MarkDocument>;

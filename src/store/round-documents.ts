import { z } from 'zod';
import { Household } from '../domain/rounds/household';
import { owned } from './documents';

export const HouseholdDocument = z.object({ ...owned, ...Household.unwrap().shape, members: z.array(z.string()) });
export type HouseholdDocument = z.infer<typeof HouseholdDocument>;

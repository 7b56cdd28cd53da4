import { z } from 'zod';

export const id = z.string();
export const ids = z.array(id).readonly();
export const at = { at: z.string() };
export const by = { ...at, by: id };

/** One kind of event. Ids only; `at` and `by` in nearly all. */
export const event = <Kind extends string, Shape extends z.core.$ZodLooseShape>(kind: Kind, shape: Shape) =>
  z.object({ kind: z.literal(kind), ...shape }).readonly();

import { z } from 'zod';
import { owned } from '../documents';

export const PackVersionDocument = z.object({
  ...owned,
  number: z.int().positive(),
  at: z.string(),
  by: z.string().nullable(),
  parts: z.array(z.string()),
  restores: z.int().positive().nullable(),
  text: z.string(),
  fingerprint: z.string().optional(),
});
export type PackVersionDocument = z.infer<typeof PackVersionDocument>;

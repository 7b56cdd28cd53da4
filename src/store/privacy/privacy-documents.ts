import { z } from 'zod';
import { owned } from '../documents';

/** A person's wish to be forgotten, until it is done. */
export const ErasureDocument = z.object({
  ...owned,
  person: z.string(),
  askedAt: z.string(),
  dueAt: z.string().nullable(),
});
export type ErasureDocument = z.infer<typeof ErasureDocument>;

/** What was erased, and why: ids and counts, never what it said. */
export const PrivacyLogDocument = z.object({
  ...owned,
  at: z.string(),
  kind: z.enum(['erasure', 'retention']),
  person: z.string().nullable(),
  counts: z.record(z.string(), z.int()),
  since: z.record(z.string(), z.string()).nullable().default(null),
});
export type PrivacyLogDocument = z.infer<typeof PrivacyLogDocument>;

import { z } from 'zod';
import { owned } from '../documents';

/** A key of another system: only its digest is kept. */
export const ApiKeyDocument = z.object({
  ...owned,
  id: z.string(),
  name: z.string(),
  mediaHosts: z.array(z.string()),
  madeAt: z.date(),
  revokedAt: z.date().nullable(),
});
export type ApiKeyDocument = z.infer<typeof ApiKeyDocument>;

export const PostedRequestDocument = z.object({
  ...owned,
  cause: z.string(),
  /** The id of the key that it came with. */
  key: z.string(),
  token: z.string(),
  number: z.int().nullable(),
  at: z.date(),
});
export type PostedRequestDocument = z.infer<typeof PostedRequestDocument>;

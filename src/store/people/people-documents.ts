import { z } from 'zod';
import { roles } from '../../domain/community/community';
import { claimKinds } from '../../usecases/ports-of-people';
import { owned } from '../documents';

/** Two who are one, with what was moved: enough to part them again. */
export const MergeDocument = z.object({
  ...owned,
  id: z.string(),
  from: z.string(),
  to: z.string(),
  name: z.string(),
  at: z.string(),
  by: z.string().nullable(),
  /** Keys of identities, ids of private chats, and roles that the other did not have. */
  identities: z.array(z.string()),
  chats: z.array(z.string()),
  roles: z.array(z.object({ role: z.enum(roles), area: z.string() })),
  points: z.int().nonnegative(),
  saved: z.int().nonnegative(),
  partedAt: z.string().nullable(),
  partedBy: z.string().nullable(),
});
export type MergeDocument = z.infer<typeof MergeDocument>;

export const ClaimDocument = z.object({
  ...owned,
  id: z.string(),
  kind: z.enum(claimKinds),
  person: z.string(),
  of: z.string().nullable(),
  area: z.string().nullable(),
  at: z.string(),
  state: z.enum(['open', 'granted', 'refused', 'ended']),
  by: z.string().nullable(),
});
export type ClaimDocument = z.infer<typeof ClaimDocument>;

import { z } from 'zod';
import { roles } from '../../community/community';

/** Who reported a matter, or says that they have it, too. */
export const Reporter = z
  .object({
    person: z.string(),
    role: z.enum(roles),
    /** The group it was said in, or null when it was said in private. */
    group: z.string().nullable(),
    at: z.string(),
    /** `me-too` people get the closing notice only. */
    kind: z.enum(['reporter', 'me-too']),
  })
  .readonly();

export type Reporter = z.infer<typeof Reporter>;

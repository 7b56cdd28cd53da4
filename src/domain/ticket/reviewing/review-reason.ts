import { z } from 'zod';

/** Why a result is reviewed. */
export const ReviewReason = z.enum(['category', 'class', 'reopened', 'raised', 'drawn', 'sent-back']);
export type ReviewReason = z.infer<typeof ReviewReason>;

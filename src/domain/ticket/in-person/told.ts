import { z } from 'zod';

/** How somebody is told who is not reached by a message. */
export const TellingWay = z.enum(['home', 'phone', 'desk']);
export type TellingWay = z.infer<typeof TellingWay>;

/** Who told the result, and how. */
export const Told = z.object({ at: z.string(), by: z.string(), how: TellingWay }).readonly();
export type Told = z.infer<typeof Told>;

/** Whether the result is this person's own work: the outcome is asked by somebody else. */
export const isOwnResult = ({ resolvedBy }: { readonly resolvedBy: string | null }, person: string): boolean =>
  resolvedBy === person;

import { z } from 'zod';

/**
 * Which level settled a matter, from the lowest: its grid; the neighbourhood branch by its meeting, which is still
 * within the grid; the community; the street office.
 */
export const SettledLevel = z.enum(['grid', 'branch', 'community', 'street']);
export type SettledLevel = z.infer<typeof SettledLevel>;

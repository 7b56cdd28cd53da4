import { z } from 'zod';
import { at, event, ids } from '../event-shape';

/** What time did. */
export const clockEvents = [
  event('notified', { ...at, step: z.string(), to: ids }),
  /** A late tick did the highest step due; these were passed over. */
  event('skipped', { ...at, steps: z.array(z.string()).readonly() }),
] as const;

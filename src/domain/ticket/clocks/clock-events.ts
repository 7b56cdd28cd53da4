import { z } from 'zod';
import { DeadlineClass } from '../../community/category';
import { at, event, ids } from '../event-shape';

/** What time did. */
export const clockEvents = [
  event('notified', { ...at, step: z.string(), to: ids }),
  /** A late tick did the highest step due; these were passed over. */
  event('skipped', { ...at, steps: z.array(z.string()).readonly() }),
  /** The pack gave its category another class. */
  event('class-changed', { ...at, class: DeadlineClass }),
  /** Calendar, class or policy changed; the steps named are to be told again. */
  event('deadline-moved', { ...at, from: z.string(), to: z.string(), again: z.array(z.string()).readonly() }),
] as const;

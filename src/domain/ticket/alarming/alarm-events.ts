import { z } from 'zod';
import { at, by, event, id, ids } from '../event-shape';

/** Danger: who was called, and who has it. */
export const alarmingEvents = [
  event('took-charge', by),
  event('hands-asked', { ...by, to: ids }),
  event('alarmed', { ...at, round: z.int(), to: ids }),
  event('stood-down', { ...by, why: z.enum(['false-alarm', 'over']), words: id.nullable() }),
] as const;

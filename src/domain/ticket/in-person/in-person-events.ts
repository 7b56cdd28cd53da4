import { z } from 'zod';
import { by, event, id } from '../event-shape';
import { TellingWay } from './told';

/** Somebody without a phone was told: at home, by somebody's telephone, or at the desk. */
export const inPersonEvents = [
  event('told-in-person', { ...by, how: TellingWay, words: id.nullable(), result: z.boolean() }),
] as const;

import { z } from 'zod';
import { at, by, event, id, ids } from '../event-shape';
import { MeetingNotice, MeetingResult } from './meeting';

/** The branch convenes the owners' committee and the property firm, and what comes of it. */
export const conveningEvents = [
  event('convened', { ...by, desk: id, from: z.string(), words: id, desks: ids, to: ids }),
  event('meeting-told', { ...at, what: MeetingNotice, to: ids }),
  /** `result` null: too late to change anything. */
  event('minutes-taken', { ...by, words: id.nullable(), photos: ids, result: MeetingResult.nullable() }),
] as const;

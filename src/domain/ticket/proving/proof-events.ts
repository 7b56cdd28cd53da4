import { z } from 'zod';
import { at, by, event, id, ids } from '../event-shape';
import { photoFaults } from './photo-fault';

/** Whether the photos of the finished work show it. */
export const proofEvents = [
  /** `fault` null: they passed. */
  event('photo-checked', { ...at, fault: z.enum(photoFaults).nullable(), to: ids }),
  /** Photos that came later; they are looked at anew. */
  event('proved', { ...by, photos: ids }),
  /** Why there is no better photo. */
  event('photo-explained', { ...by, words: id }),
] as const;

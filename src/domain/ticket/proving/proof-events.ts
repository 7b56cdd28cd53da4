import { z } from 'zod';
import { at, by, event, id, ids } from '../event-shape';
import { photoFaults } from './photo-fault';

/** Whether the photos of the finished work show it. */
export const proofEvents = [
  /** What somebody outside made of a photo of the report; `to`: who was asked to look at it. */
  event('photo-seen', { ...at, photo: id, category: id.nullable(), danger: z.boolean(), to: ids }),
  /** `fault` null: they passed. */
  event('photo-checked', { ...at, fault: z.enum(photoFaults).nullable(), to: ids }),
  /** Photos that came later; they are looked at anew. */
  event('proved', { ...by, photos: ids }),
  /** Why there is no better photo. */
  event('photo-explained', { ...by, words: id }),
] as const;

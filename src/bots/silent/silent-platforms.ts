import type { Platform } from '../../usecases/ports';
import { boardPlatform, type Uploads } from '../../usecases/ports-of-uploads';
import { fetchPicture } from './fetch-picture';
import { createSilentPlatform } from './silent.platform';

/** Those on which nothing is said: other systems, the forgotten, and the forms of the board. */
export const createSilentPlatforms = (uploads: Pick<Uploads, 'read' | 'remove'>): readonly Platform[] => [
  createSilentPlatform('open311', { fetch: fetchPicture }),
  createSilentPlatform('erased'),
  createSilentPlatform(boardPlatform, { fetch: uploads.read, letGo: uploads.remove }),
];

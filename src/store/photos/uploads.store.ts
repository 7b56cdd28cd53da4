import type { Uploads } from '../../usecases/ports-of-uploads';
import type { GridFiles } from './grid-files';
import { whyNoPhoto } from './photo-bytes';

/** Longer than a photo is tried to be fetched. */
const KEPT_MS = 2 * 24 * 60 * 60_000;

export const createUploads = (files: GridFiles): Uploads => ({
  keep: async (bytes) => {
    const refusal = await whyNoPhoto(bytes);
    return refusal ?? { ref: await files.write(bytes, 'application/octet-stream') };
  },
  read: async (ref) => (await files.read(ref))?.bytes ?? null,
  remove: (ref) => files.remove(ref),
  removeOld: () => files.removeOld(new Date(Date.now() - KEPT_MS)),
});

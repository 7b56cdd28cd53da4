import type { PhotoId } from '../domain/ids';
import type { Fetched } from '../usecases/sending/fetch-photo';
import { PhotoJob } from './queues';
import { startWorker, type RunningWorker, type WorkerNeeds } from './start-worker';

const photosAtOnce = 4;

/** Retried by the queue a few times, with growing pauses; after that by the sweep, when the photo says. */
export const startPhotosWorker = (needs: WorkerNeeds, fetchPhoto: (id: PhotoId) => Promise<Fetched>): RunningWorker =>
  startWorker(
    'photos',
    PhotoJob,
    photosAtOnce,
    async ({ photo }) => {
      if ((await fetchPhoto(photo)) === 'failed') throw new Error(`Photo ${photo} is still to be fetched.`);
    },
    needs,
  );

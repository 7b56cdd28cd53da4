import type { Engine } from '../usecases/engine';
import { WakeJob } from './queues';
import { startWorker, type RunningWorker, type WorkerNeeds } from './start-worker';

const mattersAtOnce = 8;

/** The engine reads the matter again and acts only if it is still due. What fails is late, and the sweep's. */
export const startWakeWorker = (needs: WorkerNeeds, engine: () => Pick<Engine, 'tick'>): RunningWorker =>
  startWorker(
    'wake',
    WakeJob,
    mattersAtOnce,
    async (matter) => {
      await engine().tick(matter);
    },
    needs,
  );

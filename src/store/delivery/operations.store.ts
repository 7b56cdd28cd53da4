import type { FailedJob, FailedJobs, JobSubject, SweepRun, Sweeps } from '../../usecases/ports-of-operations';
import { FailedJobDocument, SweepDocument } from '../house-documents';
import type { Tables } from '../models';
import { shortHash, type Scope } from '../scope';

/** What failed and was never done again is of no use to anybody by then. */
const KEPT_MS = 7 * 24 * 60 * 60_000;

export const createSweeps = (tables: Pick<Tables, 'sweeps'>, { communityId, key }: Scope): Sweeps => ({
  note: async (run: SweepRun) => {
    await tables.sweeps.raw.updateOne({ _id: key('last') }, { $set: { communityId, ...run } }, { upsert: true });
  },
  last: async () => {
    const found = await tables.sweeps.raw.findOne({ _id: key('last'), communityId });
    if (found === null) return null;
    const { at, ms, recomputed, ticked, drained, fetched, failed } = SweepDocument.parse(found);
    return { at, ms, recomputed, ticked, drained, fetched, failed };
  },
});

const nameOf = (of: JobSubject): string => {
  switch (of.kind) {
    case 'chat':
      return of.chat;
    case 'matter':
      return of.matter.id;
    case 'photo':
      return of.photo;
  }
};

const failedOf = (found: unknown): FailedJob => {
  const { id, queue, of, why, at, times } = FailedJobDocument.parse(found);
  return { id, queue, of, why, at, times };
};

/** One document for each thing that failed: the same again is counted. */
export const createFailedJobs = (tables: Pick<Tables, 'failedJobs'>, { communityId, key }: Scope): FailedJobs => ({
  note: async ({ queue, of, why }) => {
    const id = shortHash(`${queue} ${nameOf(of)}`);
    const now = Date.now();
    await tables.failedJobs.raw.updateOne(
      { _id: key(id) },
      {
        $set: { communityId, id, queue, of, why, at: new Date(now), expireAt: new Date(now + KEPT_MS) },
        $inc: { times: 1 },
      },
      { upsert: true },
    );
  },
  list: async (limit) => {
    const found = await tables.failedJobs.raw.find({ communityId }).sort({ at: -1 }).limit(limit).toArray();
    return found.map(failedOf);
  },
  take: async (id) => {
    const found = await tables.failedJobs.raw.findOneAndDelete({ _id: key(id), communityId });
    return found === null ? null : failedOf(found);
  },
});

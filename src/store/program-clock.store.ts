import type { Clock } from '../usecases/ports';
import { CounterDocument } from './house-documents';
import type { Tables } from './models';
import type { Scope } from './scope';

export interface ProgramClock extends Clock {
  /** Milliseconds by which the program is ahead of the machine. */
  offset(): number;
  /** Stored before it counts, so that no restart goes back in time. */
  setOffset(milliseconds: number): Promise<void>;
}

/** Without a stored offset it is the machine's clock. Only the process that owns the sandbox may move it. */
export const openProgramClock = async (
  tables: Pick<Tables, 'counters'>,
  { communityId, key }: Scope,
): Promise<ProgramClock> => {
  const _id = key('clock-offset');
  const stored = await tables.counters.raw.findOne({ _id, communityId });
  let offset = stored === null ? 0 : CounterDocument.parse(stored).value;

  return {
    now: () => new Date(Date.now() + offset),
    offset: () => offset,
    setOffset: async (milliseconds) => {
      await tables.counters.raw.updateOne({ _id }, { $set: { communityId, value: milliseconds } }, { upsert: true });
      offset = milliseconds;
    },
  };
};

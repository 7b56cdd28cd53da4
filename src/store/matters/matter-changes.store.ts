import type { Logger } from '../../usecases/ports';
import type { MatterChanges } from '../../usecases/ports-of-board';
import type { Tables } from '../models';
import type { Scope } from '../scope';

/** Changes that come close together are told once. */
const together = 250;
const againMs = 2_000;

export interface WatchedChanges extends MatterChanges {
  close(): Promise<void>;
}

/** One stream of the database for all who listen in this process; none while nobody does. */
export const createMatterChanges = (
  tables: Pick<Tables, 'matters'>,
  { communityId }: Scope,
  log: Logger,
): WatchedChanges => {
  const listeners = new Set<() => void>();
  let stream: { close(): Promise<void> } | null = null;
  let telling: NodeJS.Timeout | null = null;
  let again: NodeJS.Timeout | null = null;

  const tell = (): void => {
    telling ??= setTimeout(() => {
      telling = null;
      for (const heard of listeners) heard();
    }, together);
  };

  const end = async (): Promise<void> => {
    if (again) clearTimeout(again);
    if (telling) clearTimeout(telling);
    again = telling = null;
    const ending = stream;
    stream = null;
    await ending?.close().catch(() => undefined);
  };

  const begin = (): void => {
    const opened = tables.matters.raw.watch(
      [{ $match: { 'fullDocument.communityId': communityId } }, { $project: { _id: 1 } }],
      {
        fullDocument: 'updateLookup',
      },
    );
    stream = opened;
    opened.on('change', tell);
    opened.on('error', (error: unknown) => {
      log.warn({ err: error }, 'Pages are told of changes again in 2 seconds.');
      void end().then(() => {
        again = setTimeout(() => {
          if (listeners.size === 0) return;
          begin();
          tell();
        }, againMs);
      });
    });
  };

  return {
    listen: (heard) => {
      listeners.add(heard);
      if (stream === null && again === null) begin();
      return () => {
        listeners.delete(heard);
        if (listeners.size === 0) void end();
      };
    },
    close: async () => {
      listeners.clear();
      await end();
    },
  };
};

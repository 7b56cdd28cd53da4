import type { ChatId } from '../domain/ids';
import type { DrainResult } from '../usecases/engine';
import { failureText } from '../usecases/sending/failure-text';
import type { Clock, Logger, WakeUps } from '../usecases/ports';
import type { Producer } from './producer';

export interface WakeUpNeeds {
  readonly producer: Producer;
  readonly clock: Clock;
  readonly machine: Clock;
  readonly drain: (chat: ChatId) => Promise<DrainResult>;
  readonly log: Logger;
}

export interface RunningWakeUps extends WakeUps {
  /** Drains now and, where the drain says so, has it go on later. */
  drainAndReturn(chat: ChatId): Promise<DrainResult>;
  /** Resolves when no direct drain runs. */
  idle(): Promise<void>;
}

const hourMs = 60 * 60 * 1000;
/** Returns to one chat that fall into one such span are one job. */
const slotMs = 50;

/** A job's id may contain no colon and be no integer. */
const jobId = (kind: string, ...parts: readonly (string | number)[]): string =>
  [kind, ...parts.map(encodeURIComponent)].join('-');

export const createWakeUps = ({ producer, clock, machine, drain, log }: WakeUpNeeds): RunningWakeUps => {
  const direct = new Set<Promise<void>>();

  const wakeDrains = (chats: readonly ChatId[]): Promise<boolean> =>
    producer.add('drain', ({ deliver }) =>
      deliver.addBulk(
        chats.map((chat) => ({
          name: 'drain',
          data: { chat },
          opts: { deduplication: { id: encodeURIComponent(chat), keepLastIfActive: true } },
        })),
      ),
    );

  /** A delayed job of its own, without deduplication: it must not swallow an urgent wake-up that comes before it. */
  const comeBack = async (chat: ChatId, at: Date): Promise<void> => {
    const delay = Math.max(0, at.getTime() - machine.now().getTime());
    if (delay > hourMs) return;
    const id = jobId('back', chat, Math.ceil(at.getTime() / slotMs));
    await producer.add('come back', ({ deliver }) => deliver.add('drain', { chat }, { jobId: id, delay: delay + 1 }));
  };

  const drainAndReturn = async (chat: ChatId): Promise<DrainResult> => {
    const result = await drain(chat);
    if (result.nextAt !== null) await comeBack(chat, result.nextAt);
    return result;
  };

  /** Without the queue, beside the caller: a commit does not wait for a platform. */
  const drainDirectly = (chat: ChatId): void => {
    const running = drainAndReturn(chat)
      .then(() => undefined)
      .catch((error: unknown) => {
        log.error({ chat, why: failureText(error) }, 'a direct drain failed; the queue or the sweep does it');
      })
      .finally(() => direct.delete(running));
    direct.add(running);
  };

  return {
    drainAndReturn,
    idle: async () => {
      while (direct.size > 0) await Promise.all(direct);
    },

    drain: async (rows) => {
      const critical = new Set(rows.filter(({ urgency }) => urgency === 'critical').map(({ chat }) => chat));
      for (const chat of critical) drainDirectly(chat);
      if (rows.length > 0) await wakeDrains([...new Set(rows.map(({ chat }) => chat))]);
    },

    wake: async ({ kind, id, number }, version, dueAt) => {
      const delay = Math.max(0, Date.parse(dueAt) - clock.now().getTime());
      // What comes later is added by a sweep: Redis holds one hour and no more.
      if (delay > hourMs) return;
      await producer.add('wake', ({ wake }) =>
        wake.add('wake', { kind, id, number }, { jobId: jobId('wake', id, `v${version}`, Date.parse(dueAt)), delay }),
      );
    },

    fetchPhotos: async (ids) => {
      await Promise.all(
        ids.map((photo) =>
          producer.add('photo', ({ photos }) => photos.add('photo', { photo }, { jobId: jobId('photo', photo) })),
        ),
      );
    },
  };
};

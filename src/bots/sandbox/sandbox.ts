import type { FastifyPluginAsync } from 'fastify';
import { createAdvanceClock, type MovableClock } from '../../usecases/time/advance-clock';
import type { Engine } from '../../usecases/engine';
import type { Pack } from '../../usecases/packs/pack';
import type {
  Chats,
  Communities,
  Incidents,
  Ledger,
  Logger,
  Matters,
  Outbox,
  People,
  Photos,
  PhotoWanted,
  Platform,
  Words,
} from '../../usecases/ports';
import type { SandboxStore } from '../../usecases/sandbox-store';
import { createLanes } from '../lane';
import { createChanges, type Changes } from './changes';
import { createFaults, type Faults } from './faults';
import { createHandIn, type HandIn } from './hand-in';
import { seenChats } from './look';
import { seenBooks, seenOutbox } from './look-books';
import { seenClock } from './look-clock';
import { seenMatter } from './look-matter';
import { createMoveClock } from './move-clock';
import { createRoom } from './room';
import { sandboxRoutes } from './routes/sandbox-routes';
import { createTranslate, type Translate } from './sandbox.inbound';
import { createSandboxPlatform } from './sandbox.platform';
import { seedChats } from './seed-chats';
import { createSettle } from './settle';

export interface SandboxNeeds {
  readonly store: SandboxStore;
  readonly chats: Chats;
  readonly people: People;
  readonly outbox: Outbox;
  readonly matters: Matters;
  readonly words: Words;
  readonly photos: Pick<Photos, 'wanted'>;
  readonly ledger: Ledger;
  readonly incidents: Incidents;
  readonly communities: Communities;
  readonly clock: MovableClock;
  readonly pack: Pack;
  /** SANDBOX_START: the first moment of a new sandbox; null: now. */
  readonly firstMoment: Date | null;
  readonly log: Logger;
}

export interface SandboxServes {
  readonly engine: Engine;
  /** Fetches and keeps one photo, or records that it failed; `settle` does not wait for the queue to do it. */
  readonly fetchPhoto: (photo: PhotoWanted) => Promise<unknown>;
  /** Does what is late at once, after the clock jumped over an outage. */
  readonly sweep: () => Promise<unknown>;
}

export interface Sandbox {
  /** Linli's way out; the engine is made with it. */
  readonly platform: Platform;
  /** Linli's way in: what people do here goes to the engine. */
  serve(to: SandboxServes): SandboxServer;
}

export interface SandboxServer {
  readonly routes: FastifyPluginAsync;
  /** Makes the chats of the pack, sets the first moment, and hands in what a crash left behind. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

const healEveryMs = 30_000;

const starting = (needs: SandboxNeeds, translate: Translate, handIn: HandIn) => async (): Promise<void> => {
  const { store, pack, clock, firstMoment } = needs;
  const { first } = await seedChats(store, pack);
  if (first && firstMoment) await clock.setOffset(firstMoment.getTime() - Date.now());
  // Linli can write to everyone from the beginning, as everyone has a private chat here.
  await Promise.all((await store.chats()).map((chat) => translate.meet(chat)));
  await handIn.heal();
};

const serving =
  (needs: SandboxNeeds, faults: Faults, changes: Changes) =>
  (to: SandboxServes): SandboxServer => {
    const { store, clock, log } = needs;
    const changed = (chat: string, id: string): void => changes.tell({ kind: 'message', chat, id });
    const lanes = createLanes();
    const translate = createTranslate(needs);
    const handIn = createHandIn({ ...needs, ...to, translate, lanes, changed });
    const settle = createSettle({ ...needs, ...to, lanes });
    const advance = createAdvanceClock({ ...needs, ...to, settle });
    const start = starting(needs, translate, handIn);
    let healing: NodeJS.Timeout | null = null;

    return {
      routes: sandboxRoutes({
        store,
        faults,
        changes,
        settle,
        room: createRoom({ store, translate, handIn, clock, changes, log }),
        moveClock: createMoveClock(advance, clock),
        seenChats: () => seenChats(needs),
        seenTicket: (number) => seenMatter(number, needs),
        seenBooks: () => seenBooks(needs),
        seenOutbox: () => seenOutbox(needs),
        seenClock: () => seenClock({ ...needs, advance }),
      }),
      start: async () => {
        await start();
        healing = setInterval(() => {
          handIn.heal().catch((error: unknown) => log.warn({ err: error }, 'The sandbox looks again in 30 seconds.'));
        }, healEveryMs);
      },
      stop: async () => {
        if (healing) clearInterval(healing);
        await handIn.stop();
      },
    };
  };

/**
 * A group chat in the browser: a platform like the others, with an interface of its own for tests.
 * In: the stores and the program's clock, then the engine. Out: the platform to send through, then routes of page and API.
 */
export const createSandbox = (needs: SandboxNeeds): Sandbox => {
  const { store, clock } = needs;
  const changes = createChanges();
  const faults = createFaults();
  const changed = (chat: string, id: string): void => changes.tell({ kind: 'message', chat, id });
  return {
    platform: createSandboxPlatform({ store, faults, clock, changed }),
    serve: serving(needs, faults, changes),
  };
};

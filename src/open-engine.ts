import { randomInt, randomUUID } from 'node:crypto';
import { createLanes } from './bots/lane';
import type { Config } from './config';
import { type Jobs } from './jobs/jobs';
import { type Stores } from './store/store';
import { createUnderstanding } from './understanding';
import { toTraditional } from './understanding/to-traditional';
import { createLlmReader } from './understanding/llm-reader';
import { createOutsideModel } from './understanding/outside-model';
import { createPhotoReader } from './understanding/photo-reader';
import { createBudgets } from './usecases/sending/budgets';
import { createConfirmUnreachable } from './usecases/sending/confirm-unreachable';
import { createDrainChat } from './usecases/sending/drain-chat';
import type { Engine } from './usecases/engine';
import { createFloods } from './usecases/hearing/floods';
import { createHandleInbound } from './usecases/hearing/handle-inbound';
import { createKeepHouse } from './usecases/privacy/keep-house';
import { createPostRequest } from './usecases/open311/post-request';
import type { Clock, Logger, Platform } from './usecases/ports';
import { seesNothing } from './usecases/port-of-photo-reader';
import { rulesAlone } from './usecases/port-of-second-reader';
import type { EnginePorts } from './usecases/ports-of-engine';
import { createRecompute } from './usecases/recompute/recompute';
import { createPhotoKept } from './usecases/deciding/photo-kept';
import { beginPointsYears } from './usecases/time/begin-points-years';
import { beginTalkDays } from './usecases/time/begin-talk-days';
import { supplyFirstStock } from './usecases/time/supply-first-stock';
import { planRound } from './usecases/deciding/plan-round';
import { createTick } from './usecases/deciding/tick-matter';
import { createAsInChat, type AsInChat } from './usecases/pages/as-in-chat';

/** So long a start, or who said something, waits for open matters to follow. */
export const atOnceMs = 2_000;

const machine: Clock = { now: () => new Date() };

/** With what only this program's web needs. */
export interface AppEngine extends Engine {
  readonly post: ReturnType<typeof createPostRequest>;
  /** What falls to the sweep beside matters and messages. */
  readonly keepHouse: () => Promise<void>;
  /** What a page does is said as it would be in chat. */
  readonly asInChat: AsInChat;
}

export interface EngineNeeds {
  readonly stores: Stores;
  /** Asked for when something is to be woken: the engine and the jobs need each other. */
  readonly jobs: () => Jobs;
  readonly platforms: ReadonlyMap<string, Platform>;
  /** This process, as others see it in a lease. */
  readonly holder: string;
  readonly siteUrl: () => string;
  readonly config: Config;
  readonly log: Logger;
}

/** What Linli does with what it hears, and with time. */
export const openEngine = ({ stores, jobs, platforms, holder, siteUrl, config, log }: EngineNeeds): AppEngine => {
  const wakeUps: EnginePorts['wakeUps'] = {
    drain: (chats) => jobs().wakeUps.drain(chats),
    wake: (matter, version, dueAt) => jobs().wakeUps.wake(matter, version, dueAt),
    fetchPhotos: (ids) => jobs().wakeUps.fetchPhotos(ids),
  };
  const recompute = (budgetMs?: number): Promise<number> => createRecompute({ ...ports, ...stores, tick })(budgetMs);
  const turns = createLanes({ atOnce: Infinity });
  const ports: EnginePorts = {
    ...stores,
    wakeUps,
    understand: createUnderstanding(),
    secondReader: config.llm ? createLlmReader(createOutsideModel({ ...config.llm, log })) : rulesAlone,
    floods: createFloods(),
    newId: randomUUID,
    drawDigits: (count) => Array.from({ length: count }, () => randomInt(10)).join(''),
    inTurn: (key, job) => turns.run(key, job),
    recompute: () => recompute(atOnceMs),
    siteUrl,
    log,
  };
  const tick = createTick(ports);
  return {
    handle: createHandleInbound(ports),
    tick,
    recompute,
    begin: async () => {
      await beginTalkDays(ports);
      await beginPointsYears(ports);
      await supplyFirstStock(ports);
      await planRound(ports);
    },
    post: createPostRequest({ ...ports, posted: stores.posted }),
    photoKept: createPhotoKept(ports, {
      photos: stores.photos,
      understandPhoto: config.vision ? createPhotoReader(createOutsideModel({ ...config.vision, log })) : seesNothing,
    }),
    keepHouse: createKeepHouse(ports),
    asInChat: createAsInChat(ports),
    drain: createDrainChat({
      ...stores,
      machine,
      wakeUps,
      unreachable: createConfirmUnreachable(ports),
      platforms,
      toTraditional,
      budgets: createBudgets(),
      holder,
      log,
    }),
  };
};

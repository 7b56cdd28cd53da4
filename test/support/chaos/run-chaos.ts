import { Redis } from 'ioredis';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { findRedisServer } from '../../../src/embedded/find-program';
import { freePort } from '../../../src/embedded/free-port';
import { redisUrlOf, startRedis } from '../../../src/embedded/redis-server';
import { childProgram, until, type ChildProgram } from '../child-program';
import { controls, found, programSearch, type ServerControls } from '../own-servers';
import { TelegramEmulator, type TelegramUser } from '../telegram/telegram-emulator';
import { telegramPeople, writeChaosPack } from './chaos-pack';
import { lookAfter, type Findings } from './look-after';
import { peopleAtWork, type PeopleAtWork } from './people-at-work';
import { planChaos, type ChaosPlan, type ChaosSize, type Disturbance } from './plan';
import { startThreeMembers, type ThreeMembers } from './three-members';

export interface ChaosReport extends Findings {
  readonly seed: number;
  readonly reports: number;
  /** Messages and presses that were sent again, because no answer came. */
  readonly redelivered: number;
  readonly seconds: number;
  /** Lines the program printed when it ended without being killed. */
  readonly endedByItself: readonly string[];
}

export interface ChaosOptions {
  readonly size: ChaosSize;
  readonly seed: number;
  readonly say: (line: string) => void;
}

/** People who speak at the same time. */
const atOnce = 6;
/** A member of the set that was killed stays away so long. */
const awayMs = 2_000;
const settledWithinMs = 180_000;

interface World {
  readonly mongo: ThreeMembers;
  readonly redis: ServerControls;
  readonly emulator: TelegramEmulator;
  readonly program: ChildProgram;
  readonly telegram: readonly TelegramUser[];
  stop(): Promise<void>;
}

const startRedisIn = (dir: string, port: number): Promise<ServerControls> =>
  controls(port, () =>
    startRedis({
      binary: found('redis-server', findRedisServer(programSearch)),
      dir: join(dir, 'redis'),
      logFile: join(dir, 'redis.log'),
      port,
      databases: 16,
    }),
  );

/** One call in ten fails, one answer in fifty is lost after the work was done: on both platforms. */
const misfortunes = async ({ program, emulator }: Pick<World, 'program' | 'emulator'>): Promise<void> => {
  await program.api.post('/faults', { failOneIn: 10, dropAnswerOneIn: 50 });
  emulator.clearFaults();
  emulator.fail({ kind: 'reset-before', method: 'sendMessage', oneIn: 10 });
  emulator.fail({ kind: 'reset-after', method: 'sendMessage', oneIn: 50 });
};

const startWorld = async (): Promise<World> => {
  const dir = mkdtempSync(join(tmpdir(), 'linli-chaos-'));
  const pack = join(dir, 'pack.yaml');
  writeChaosPack(pack);
  const redisPort = await freePort();
  const [mongo, redis, emulator] = await Promise.all([
    startThreeMembers(join(dir, 'mongo')),
    startRedisIn(dir, redisPort),
    new TelegramEmulator().start(),
  ]);
  const telegram = telegramPeople.map(({ id, telegram: native }) => emulator.user({ name: id, id: native }));
  const program = childProgram({
    MONGODB_URI: mongo.uri,
    REDIS_URL: redisUrlOf(redisPort),
    TELEGRAM_BOT_TOKEN: emulator.token,
    TELEGRAM_API_ROOT: emulator.apiRoot,
    PACK: pack,
    LOG_LEVEL: 'warn',
  });
  const stop = async (): Promise<void> => {
    await program.kill();
    await Promise.all([mongo.stop(), redis.kill(), emulator.stop()]);
    rmSync(dir, { recursive: true, force: true });
  };
  try {
    await program.start();
    for (const person of telegram) person.startsBot();
    await until(() => emulator.pendingUpdates === 0, 30_000, 'Telegram is heard');
    await misfortunes({ program, emulator });
    return { mongo, redis, emulator, program, telegram, stop };
  } catch (error) {
    await stop();
    throw error;
  }
};

const flush = async (port: number): Promise<void> => {
  const redis = new Redis(redisUrlOf(port));
  try {
    await redis.flushall();
  } finally {
    redis.disconnect();
  }
};

/** One disturbance after the other; a member of the set comes back by itself. */
const disturber = (world: World, say: (line: string) => void) => {
  const { program, mongo, redis } = world;
  const endedByItself: string[] = [];
  let returning: Promise<void> = Promise.resolve();

  const disturb = async ({ kind, after }: Disturbance): Promise<void> => {
    say(`after ${after} messages: ${kind}`);
    if (!program.isRunning()) endedByItself.push(...program.lines.slice(-20));
    switch (kind) {
      case 'kill':
        await program.kill();
        await program.start();
        await misfortunes(world);
        return;
      case 'flush':
        return flush(redis.port);
      case 'election': {
        await returning;
        const member = await mongo.killPrimary();
        returning = sleep(awayMs).then(() => mongo.startAgain(member));
        return;
      }
    }
  };
  let chain: Promise<void> = Promise.resolve();
  return {
    endedByItself,
    add: (disturbance: Disturbance): void => {
      chain = chain.then(() => disturb(disturbance));
      // Whoever waits for the end hears of it.
      chain.catch(() => undefined);
    },
    ended: async (): Promise<void> => {
      await chain;
      await returning;
      if (!program.isRunning()) endedByItself.push(...program.lines.slice(-20));
    },
  };
};

const playTurns = async (
  { turns, disturbances }: ChaosPlan,
  people: PeopleAtWork,
  add: (disturbance: Disturbance) => void,
): Promise<void> => {
  const coming = [...disturbances];
  const left = turns.values();
  let taken = 0;
  const speak = async (): Promise<void> => {
    for (const turn of left) {
      await people.take(turn);
      taken += 1;
      while (coming[0] !== undefined && coming[0].after <= taken) add(...(coming.splice(0, 1) as [Disturbance]));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, speak));
};

const Outbox = z.object({
  rows: z.array(z.object({ state: z.string(), what: z.string(), heldUntil: z.string().nullable() })),
});
const Clock = z.object({ now: z.string() });

/** Nothing is under way any more; what is kept for later by rule may wait. */
const allIsSaid = async ({ program, emulator }: World): Promise<Date> => {
  let now = '';
  await until(
    async () => {
      await program.api.post('/settle');
      now = Clock.parse(await program.api.get('/clock')).now;
      const { rows } = Outbox.parse(await program.api.get('/outbox'));
      return emulator.pendingUpdates === 0 && rows.every(({ heldUntil }) => heldUntil !== null && heldUntil > now);
    },
    settledWithinMs,
    'everything is said',
  ).catch((error: unknown) => {
    // What is found afterwards says more than that it took too long.
    if (now === '') throw error;
  });
  return new Date(now);
};

/** Real servers, the real program in a process of its own, and everything that can go wrong with them. */
export const runChaos = async ({ size, seed, say }: ChaosOptions): Promise<ChaosReport> => {
  const began = performance.now();
  const world = await startWorld();
  try {
    const people = peopleAtWork(world.program.api, world.emulator, world.telegram);
    const { add, ended, endedByItself } = disturber(world, say);
    await playTurns(planChaos(size, seed), people, add);
    say('all messages are taken');
    await ended();
    const now = await allIsSaid(world);
    say('all is said');
    const findings = await lookAfter({
      mongoUri: world.mongo.uri,
      reported: people.reported,
      emulator: world.emulator,
      now,
    });
    return {
      ...findings,
      seed,
      reports: people.reported.length,
      redelivered: people.redelivered(),
      seconds: Math.round((performance.now() - began) / 1_000),
      endedByItself,
    };
  } finally {
    await world.stop();
  }
};

import { setTimeout as sleep } from 'node:timers/promises';
import type { ChatId, PhotoId } from '../../domain/ids';
import type { Engine } from '../../usecases/engine';
import type { Clock, Outbox, Photos, PhotoWanted } from '../../usecases/ports';
import type { Lanes } from '../lane';

export interface SettleNeeds {
  readonly lanes: Lanes;
  readonly clock: Clock;
  readonly outbox: Pick<Outbox, 'chatsDue' | 'undelivered'>;
  readonly engine: Pick<Engine, 'drain'>;
  readonly photos: Pick<Photos, 'wanted'>;
  /** Fetches and keeps one photo, or records that it failed. */
  readonly fetchPhoto: (photo: PhotoWanted) => Promise<unknown>;
  readonly limitMs?: number;
}

/** Something was still being worked on when the time was up. */
export class NotSettled extends Error {
  constructor(readonly stuck: readonly string[]) {
    super(`Still being worked on: ${stuck.join('; ')}`);
  }
}

const limit = 30_000;
/** A send that is tried again this soon is still being delivered; one that waits longer is not waited for. */
const patienceMs = 5_000;
const many = 500;

interface Round {
  readonly moved: boolean;
  /** Machine time at which something can go on; null: all is quiet. */
  readonly goesOnAt: number | null;
  readonly stuck: readonly string[];
}

/** Chats with something to send now or soon. What is held back to a later program time is not waited for. */
const chatsToDrain = async ({ outbox, clock }: SettleNeeds): Promise<readonly ChatId[]> => {
  const now = { program: clock.now(), machine: new Date() };
  const [due, waiting] = await Promise.all([outbox.chatsDue(now, many), outbox.undelivered(many)]);
  const soon = waiting.filter(
    ({ say, notBefore }) =>
      (say.holdUntil === undefined || Date.parse(say.holdUntil) <= now.program.getTime()) &&
      notBefore.getTime() <= now.machine.getTime() + patienceMs,
  );
  return [...new Set([...due, ...soon.map(({ chat }) => chat)])];
};

const drainAll = async (needs: SettleNeeds): Promise<Round> => {
  const chats = await chatsToDrain(needs);
  const drained = await Promise.all(chats.map(async (chat) => ({ chat, ...(await needs.engine.drain(chat)) })));
  const horizon = Date.now() + patienceMs;
  const waiting = drained.flatMap(({ chat, held, nextAt }) => {
    if (held) return [{ chat, at: Date.now() + 20 }];
    return nextAt !== null && nextAt.getTime() <= horizon ? [{ chat, at: nextAt.getTime() }] : [];
  });
  return {
    moved: drained.some(({ sent }) => sent > 0),
    goesOnAt: waiting.length === 0 ? null : Math.min(...waiting.map(({ at }) => at)),
    stuck: waiting.map(({ chat }) => `messages to chat ${chat}`),
  };
};

/** Each photo is tried once: one that fails has its own retries, and the report does not wait for it. */
const fetchWanted = async (needs: SettleNeeds, tried: Set<PhotoId>): Promise<boolean> => {
  const wanted = (await needs.photos.wanted(many)).filter(({ id }) => !tried.has(id));
  for (const photo of wanted) {
    tried.add(photo.id);
    await needs.fetchPhoto(photo);
  }
  return wanted.length > 0;
};

/** Waits, at most so long, for the chats' lanes to be empty. */
const lanesIdle = async ({ lanes }: SettleNeeds, until: number): Promise<boolean> => {
  const timer = new AbortController();
  const tooLate = sleep(Math.max(0, until - Date.now()), false, { signal: timer.signal }).catch(() => false);
  try {
    return await Promise.race([lanes.idle().then(() => true), tooLate]);
  } finally {
    timer.abort();
  }
};

/** Answers when nothing said so far is being worked on or delivered. Timers and open gatherings are not waited for. */
export const createSettle = (needs: SettleNeeds) => async (): Promise<void> => {
  const until = Date.now() + (needs.limitMs ?? limit);
  const tried = new Set<PhotoId>();
  for (;;) {
    if (!(await lanesIdle(needs, until))) throw new NotSettled([`${needs.lanes.busy()} messages to be read`]);
    const fetched = await fetchWanted(needs, tried);
    const { moved, goesOnAt, stuck } = await drainAll(needs);
    const quiet = !fetched && !moved && needs.lanes.busy() === 0;
    if (quiet && goesOnAt === null) return;
    if (Date.now() >= until) throw new NotSettled(stuck.length > 0 ? stuck : ['messages to be delivered']);
    if (quiet && goesOnAt !== null) await sleep(Math.max(5, Math.min(goesOnAt, until) - Date.now()));
  }
};

import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Engine } from '../../usecases/engine';
import type { Inbound, InboundAnswer, InboundChatEvent } from '../../usecases/inbound';
import type { Clock, Incidents, Logger } from '../../usecases/ports';
import type { SandboxChat, SandboxMember, SandboxMessage, SandboxStore } from '../../usecases/sandbox-store';
import type { Lanes } from '../lane';
import type { Translate } from './sandbox.inbound';

export interface HandInNeeds {
  readonly store: SandboxStore;
  readonly engine: Pick<Engine, 'handle'>;
  readonly translate: Translate;
  readonly lanes: Lanes;
  readonly clock: Clock;
  readonly incidents: Pick<Incidents, 'open' | 'close'>;
  readonly log: Logger;
  readonly changed: (chat: string, message: string) => void;
}

type News = 'posted' | 'edited' | 'recalled';
/** `left`: what a crash left behind, whatever it was. */
type AnyNews = News | 'left';

/** Hands what happened in the sandbox to Linli: in order within a chat, and again after an outage. */
export interface HandIn {
  /** Returns at once: the raw message is stored, so nothing is lost from here on. */
  message(raw: SandboxMessage, news: News): void;
  /** Null: not one of Linli's messages. */
  press(
    raw: SandboxMessage,
    chat: SandboxChat,
    by: SandboxMember,
    press: { readonly id: string; readonly choice: string },
  ): Promise<InboundAnswer | null>;
  event(chat: SandboxChat, by: SandboxMember, what: InboundChatEvent['what']): void;
  /** Hands in what a crash or a long outage left behind. */
  heal(): Promise<void>;
  stop(): Promise<void>;
}

const firstPauseMs = 100;
const longestPauseMs = 5_000;
/** About 40 s in all; what fails for longer is left for the next `heal`, so that one message does not silence a chat. */
const tries = 14;

const nobody: InboundAnswer = { notice: null, why: [], silent: true };

const inTurn = async (inbounds: readonly Inbound[], engine: Pick<Engine, 'handle'>): Promise<InboundAnswer> => {
  let answer = nobody;
  for (const inbound of inbounds) answer = await engine.handle(inbound);
  return answer;
};

/** Tries again for a while: an outage of the database must lose nothing and change no order. */
const retrying =
  ({ log }: Pick<HandInNeeds, 'log'>, signal: AbortSignal) =>
  async <T>(job: () => Promise<T>): Promise<T> => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await job();
      } catch (error) {
        if (attempt >= tries || signal.aborted) throw error;
        log.warn({ err: error, attempt }, 'The sandbox could not hand a message in and tries again.');
        const pause = Math.min(longestPauseMs, firstPauseMs * 2 ** (attempt - 1));
        await sleep(pause, undefined, { signal });
      }
    }
  };

const translating =
  ({ store, translate }: Pick<HandInNeeds, 'store' | 'translate'>) =>
  async (raw: SandboxMessage, news: AnyNews): Promise<readonly Inbound[]> => {
    const chat = await store.chat(raw.chat);
    if (chat === null || chat.botRemoved) return [];
    const by = chat.members.find(({ id }) => id === raw.from) ?? { id: raw.from, name: raw.from };
    const where = { chat, by };
    switch (news) {
      case 'posted':
        return [await translate.message(raw, where)];
      case 'edited':
        return [await translate.edit(raw, where)];
      case 'recalled':
        return [await translate.recall(raw, where)];
      case 'left':
        if (raw.deletedAt !== null) return [await translate.recall(raw, where)];
        return raw.editedAt === null
          ? [await translate.message(raw, where)]
          : [await translate.message(raw, where), await translate.edit(raw, where)];
    }
  };

/** How often each message waits in a lane: `heal` leaves those alone. */
const createPending = () => {
  const counts = new Map<string, number>();
  const add = (name: string, by: number): void => {
    const left = (counts.get(name) ?? 0) + by;
    if (left > 0) counts.set(name, left);
    else counts.delete(name);
  };
  return {
    has: (name: string) => counts.has(name),
    isLast: (name: string) => counts.get(name) === 1,
    begin: (name: string) => add(name, 1),
    end: (name: string) => add(name, -1),
  };
};

const subjectOf = ({ chat, id }: SandboxMessage): string => `sandbox message ${chat}/${id}`;

/** Puts a message into its chat's lane, and says so where it cannot be handled. */
const queueing = (needs: HandInNeeds, signal: AbortSignal) => {
  const { store, engine, lanes, incidents, log, changed } = needs;
  const pending = createPending();
  const again = retrying(needs, signal);
  const inboundsOf = translating(needs);

  const handle = async (raw: SandboxMessage, news: AnyNews): Promise<void> => {
    const { why, silent } = await inTurn(await inboundsOf(raw, news), engine);
    if (raw.handled) return;
    await store.edit(raw.chat, raw.id, { why, silent, handled: pending.isLast(subjectOf(raw)) }, null);
    changed(raw.chat, raw.id);
  };

  const leave = async (name: string, error: unknown): Promise<void> => {
    log.error({ err: error, message: name }, 'A message of the sandbox waits to be handed in again.');
    await incidents
      .open(name, 'This message could not be handled.', 'It is handed in again every 30 seconds; see the log.')
      .catch((cause: unknown) => log.error({ err: cause }, 'The incident could not be recorded.'));
  };

  const queue = async (raw: SandboxMessage, news: AnyNews): Promise<void> => {
    const name = subjectOf(raw);
    pending.begin(name);
    try {
      await lanes.run(raw.chat, () => again(() => handle(raw, news)));
      if (news === 'left') await incidents.close(name);
    } catch (error) {
      if (!signal.aborted) await leave(name, error);
    } finally {
      pending.end(name);
    }
  };
  return { queue, again, isPending: (raw: SandboxMessage) => pending.has(subjectOf(raw)) };
};

export const createHandIn = (needs: HandInNeeds): HandIn => {
  const { store, engine, translate, lanes, clock, log } = needs;
  const stopping = new AbortController();
  const { queue, again, isPending } = queueing(needs, stopping.signal);

  return {
    message: (raw, news) => void queue(raw, news),

    press: (raw, chat, by, { id, choice }) => {
      const at = clock.now().toISOString();
      return lanes.run(chat.id, async () => {
        const inbound = await translate.press(raw, { chat, by }, { id, choice, at });
        return inbound === null ? null : engine.handle(inbound);
      });
    },

    event: (chat, by, what) => {
      const event = { id: randomUUID(), what, at: clock.now().toISOString() };
      void lanes
        .run(chat.id, () => again(async () => engine.handle(await translate.event({ chat, by }, event))))
        .catch((error: unknown) => log.error({ err: error, what }, 'An event of the sandbox was not handled.'));
    },

    heal: async () => {
      const left = (await store.unhandled()).filter((raw) => !isPending(raw));
      for (const raw of left) void queue(raw, 'left');
    },

    stop: async () => {
      stopping.abort();
      await lanes.idle();
    },
  };
};

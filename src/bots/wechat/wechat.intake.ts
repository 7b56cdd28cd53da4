import { setMaxListeners } from 'node:events';
import type { Inbound } from '../../usecases/inbound';
import { AnswerLost, type Incidents, type Logger } from '../../usecases/ports';
import type { Lanes } from '../lane';
import { isOutage } from '../is-outage';
import { isOver, pause } from '../leash';
import type { Self } from './directory';
import { createRecent } from './recent';
import { isOfLine, whyOf } from './wechat-error';
import type { RoomChange, Translate } from './wechat.inbound';
import { MessagePayload } from './wechat.puppet';
import type { Happening, Overflow } from './wechat.overflow';
import { readMs, withinTime } from './within-time';

export interface IntakeTiming {
  readonly firstRetryMs: number;
  readonly longestRetryMs: number;
  /** What fails so often, with everything it leans on there, is set aside. */
  readonly maxFailures: number;
}

export const intakeTiming: IntakeTiming = { firstRetryMs: 50, longestRetryMs: 5_000, maxFailures: 8 };

export interface IntakeNeeds {
  readonly puppet: () => { messagePayload(id: string): Promise<unknown> };
  readonly translate: Translate;
  readonly self: () => Self | null;
  readonly handle: (inbound: Inbound) => Promise<unknown>;
  readonly lanes: Lanes;
  readonly incidents: Pick<Incidents, 'open' | 'close'>;
  /** What is more than may wait here. */
  readonly overflow: Overflow;
  readonly log: Logger;
  readonly timing?: IntakeTiming;
  /** Happenings that may wait in memory before any of them is looked at. */
  readonly maxWaiting?: number;
}

export interface Intake {
  message(id: string): void;
  change(change: RoomChange): void;
  /** Nothing is taken up before the bot knows itself and its groups. */
  open(): void;
  close(): void;
  /** Resolves when nothing waits and nothing runs. */
  idle(): Promise<void>;
  /** Happenings that wait or run. */
  busy(): number;
  /** What is left is given up: the process ends. */
  end(): void;
}

interface Prepared {
  readonly lane: string;
  readonly inbound: () => Promise<readonly Inbound[]>;
}

/** Payloads that are asked for, and messages that are handled, at once: so many, however large the burst. */
const AT_ONCE = 64;
const MAX_WAITING = 50_000;
const MANY_IDS = 20_000;

/** Loading what the puppet says of a happening, and translating it. */
const preparing =
  ({ puppet, translate, self }: IntakeNeeds) =>
  async (happening: Happening): Promise<Prepared> => {
    const me = (): Self => {
      const known = self();
      if (known === null) throw new Error('not logged in');
      return known;
    };
    if (happening.kind === 'change') {
      const { change } = happening;
      return { lane: `wechat:${change.room}`, inbound: () => translate.change(change, me()) };
    }
    const payload = MessagePayload.parse(await withinTime(puppet().messagePayload(happening.id), readMs));
    const inbound = async (): Promise<readonly Inbound[]> => {
      const said = await translate.message(payload, me());
      return said === null ? [] : [said];
    };
    return { lane: `wechat:${payload.roomId === '' ? payload.talkerId : payload.roomId}`, inbound };
  };

const nameOf = (happening: Happening): string =>
  happening.kind === 'message' ? happening.id : `${happening.change.what} ${happening.change.room}`;

/** Tried until it goes well, or has failed too often with nothing away. Null: set aside, or the process ends. */
const trying =
  ({ incidents, log, timing = intakeTiming }: IntakeNeeds, ending: AbortSignal) =>
  async <T>(happening: Happening, work: () => Promise<T>): Promise<T | null> => {
    let failures = 0;
    for (let waitMs = timing.firstRetryMs; !isOver(ending); waitMs = Math.min(waitMs * 2, timing.longestRetryMs)) {
      try {
        return await work();
      } catch (error) {
        const away =
          isOutage(error) || isOfLine(error) || error instanceof AnswerLost || whyOf(error) === 'not logged in';
        failures += away ? 0 : 1;
        log.warn({ wechat: nameOf(happening), failures, why: whyOf(error) }, 'wechat: a message waits');
        if (failures >= timing.maxFailures) break;
        await pause(waitMs, ending);
      }
    }
    if (isOver(ending)) return null;
    await incidents
      .open(
        `wechat:message:${nameOf(happening)}`,
        `一条微信消息试了 ${failures} 次都没处理成，已跳过`,
        '请到群里看看有没有没回应的消息，请发的人再说一次；日志里有它的编号，交给维护人员',
      )
      .catch(() => undefined);
    return null;
  };

/**
 * A puppet tells of a message by its number only, once, and never again. They are taken up in the order in which they
 * came: the payloads of some are asked for side by side, but each enters its chat's lane after all before it.
 */
export const createIntake = (needs: IntakeNeeds): Intake => {
  const { handle, lanes, incidents, overflow, log, maxWaiting = MAX_WAITING } = needs;
  const ending = new AbortController();
  // All that is tried again waits for it.
  setMaxListeners(0, ending.signal);
  const attempt = trying(needs, ending.signal);
  const prepare = preparing(needs);
  const seen = createRecent<true>(MANY_IDS);
  let waiting: Happening[] = [];
  let taken = 0;
  let running = 0;
  let isOpen = false;
  let isTold = false;
  /** An earlier run may have told staff too. */
  let isToClose = true;
  let inOrder: Promise<void> = Promise.resolve();
  let onIdle: (() => void)[] = [];

  const inMemory = (): number => waiting.length - taken + running;
  const busy = (): number => inMemory() + overflow.size();

  const serve = async (happening: Happening, { inbound }: Prepared): Promise<void> => {
    await attempt(happening, async () => {
      for (const each of await inbound()) await handle(each);
    });
  };

  const finish = (): void => {
    running -= 1;
    pump();
    if (busy() > 0) return;
    if (isToClose) void incidents.close('wechat:flood').catch(() => undefined);
    isTold = isToClose = false;
    const tell = onIdle;
    onIdle = [];
    for (const each of tell) each();
  };

  const enter = (happening: Happening, prepared: Prepared | null): void => {
    if (prepared === null) finish();
    else void lanes.run(prepared.lane, () => serve(happening, prepared)).then(finish, finish);
  };

  const next = (): Happening | undefined => {
    const happening = waiting[taken];
    taken += 1;
    if (taken >= waiting.length || taken > 1_000) {
      waiting = waiting.slice(taken);
      taken = 0;
    }
    return happening;
  };

  const fetchBack = (): void => {
    while (overflow.size() > 0 && inMemory() * 2 <= maxWaiting) waiting.push(...overflow.take());
  };

  const pump = (): void => {
    fetchBack();
    while (isOpen && running < AT_ONCE && waiting.length > taken) {
      const happening = next();
      if (happening === undefined) return;
      running += 1;
      const prepared = attempt(happening, () => prepare(happening));
      inOrder = inOrder.then(async () => enter(happening, await prepared));
    }
  };

  const flooded = (): void => {
    if (isTold) return;
    isTold = isToClose = true;
    log.error({ waiting: busy() }, 'wechat: too much waits, the rest lies on the disk');
    void incidents
      .open(
        'wechat:flood',
        `微信消息一下子太多（${maxWaiting} 条在等），后面的先存在磁盘上，会按顺序补办`,
        '不用做什么，办完这一条自己会消；常这样，请给程序换一台快些的机器',
      )
      .catch(() => undefined);
  };

  const lost = (): void => {
    log.error({ waiting: busy() }, 'wechat: too much waits and the disk takes no more, a message was not taken');
    void incidents
      .open(
        'wechat:lost',
        `微信消息太多（${busy()} 条在等），磁盘也放不下了，后面的没有收`,
        '请腾出磁盘，到群里看看有没有没回应的消息，请发的人再说一次',
      )
      .catch(() => undefined);
  };

  /** What came later never goes before what lies on the disk. */
  const take = (happening: Happening): void => {
    if (overflow.size() === 0 && inMemory() < maxWaiting) waiting.push(happening);
    else if (overflow.add(happening)) flooded();
    else lost();
    pump();
  };

  return {
    // A puppet that comes back hands in again what it is not sure of.
    message: (id) => {
      if (seen.add(id, true)) take({ kind: 'message', id });
    },
    change: (change) => take({ kind: 'change', change: { ...change, who: [...change.who] } }),
    open: () => {
      if (!isOpen) overflow.recover();
      isOpen = true;
      pump();
    },
    close: () => {
      isOpen = false;
    },
    idle: () => (busy() === 0 ? Promise.resolve() : new Promise((resolve) => void onIdle.push(resolve))),
    busy,
    end: () => ending.abort(),
  };
};

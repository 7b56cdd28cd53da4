import type { Logger } from '../../usecases/ports';
import type { PlatformStatus } from '../../usecases/ports-of-platforms';
import { isOver, pause } from '../leash';
import type { Self } from './directory';
import { isOfLine, isOfToken, whyOf } from './wechat-error';
import { scanStatus, type WechatPuppet } from './wechat.puppet';
import type { WechatTrouble } from './wechat.trouble';
import { withinTime } from './within-time';

export interface LineTiming {
  readonly pingMs: number;
  /** Nothing was heard for so long: the line is dead. */
  readonly deafMs: number;
  readonly startMs: number;
  readonly stopMs: number;
  readonly firstRetryMs: number;
  readonly longestRetryMs: number;
  /** A shorter break is nobody's business. */
  readonly graceMs: number;
}

export const lineTiming: LineTiming = {
  pingMs: 4_000,
  deafMs: 10_000,
  startMs: 25_000,
  stopMs: 5_000,
  firstRetryMs: 500,
  longestRetryMs: 30_000,
  graceMs: 5_000,
};

export interface LineNeeds {
  readonly puppet: WechatPuppet;
  /** What must be known before anything is heard or said; tried again until it goes well. */
  readonly arrive: (selfId: string) => Promise<Self>;
  readonly onUp: () => void;
  readonly onDown: () => void;
  readonly trouble: WechatTrouble;
  readonly tell: (status: Pick<PlatformStatus, 'state' | 'qr' | 'as'>) => void;
  readonly log: Logger;
  readonly timing?: LineTiming;
}

export interface Line {
  readonly self: Self | null;
  /** Milliseconds after which to ask again; 0: it hears and speaks. */
  down(): number;
  /** Keeps the line up until `signal`. Never rejects. */
  keep(signal: AbortSignal): Promise<void>;
}

const askAgainMs = 1_000;
const arriveAgainMs = 200;

/** One connection, from its start until it breaks. */
interface Connection {
  readonly ended: AbortController;
  heardAt: number;
  /** It answers to `ding`, so that its silence means something. */
  answers: boolean;
  heardAny: boolean;
}

type LoginState = Pick<PlatformStatus, 'state' | 'qr' | 'as'>;

export const createLine = (needs: LineNeeds): Line => {
  const { puppet, arrive, onUp, onDown, trouble, tell, log, timing = lineTiming } = needs;
  let connection: Connection | null = null;
  let self: Self | null = null;
  let tries = 0;
  let shown: LoginState['state'] = 'off';
  let grace: NodeJS.Timeout | undefined;

  const show = (state: LoginState['state'], more: Partial<LoginState> = {}): void => {
    shown = state;
    tell({ state, qr: null, as: null, ...more });
  };

  const fall = (state: 'lost' | 'logged-out' | 'off'): void => {
    if (self !== null) onDown();
    self = null;
    show(state);
    if (state === 'logged-out') trouble.begins('wechat:logged-out');
    if (state === 'lost') grace ??= setTimeout(() => trouble.begins('wechat:line'), timing.graceMs);
  };

  const breakOff = (why: string): void => {
    if (connection === null || connection.ended.signal.aborted) return;
    log.warn({ why }, 'wechat: the line is broken');
    connection.ended.abort();
  };

  const heard = (): void => {
    if (connection === null) return;
    connection.heardAt = performance.now();
    connection.heardAny = true;
  };

  const loggedIn = async (id: string): Promise<void> => {
    const { ended } = connection ?? { ended: new AbortController() };
    while (!isOver(ended.signal) && puppet.isLoggedIn && puppet.currentUserId === id) {
      try {
        const found = await arrive(id);
        if (isOver(ended.signal)) return;
        self = found;
        tries = 0;
        clearTimeout(grace);
        grace = undefined;
        show('on', { as: found.name });
        trouble.over();
        onUp();
        return;
      } catch (error) {
        log.warn({ why: whyOf(error) }, 'wechat: logged in, and not at home yet');
        await pause(arriveAgainMs, ended.signal);
      }
    }
  };

  const listen = (): void => {
    for (const name of ['heartbeat', 'message', 'ready', 'room-join', 'room-leave', 'room-topic', 'dirty'] as const)
      puppet.on(name, heard);
    puppet.on('dong', () => {
      heard();
      if (connection !== null) connection.answers = true;
    });
    puppet.on('login', ({ contactId }) => {
      heard();
      void loggedIn(contactId);
    });
    puppet.on('logout', () => {
      heard();
      // A puppet that is being stopped logs out too.
      if (connection !== null && !connection.ended.signal.aborted) fall('logged-out');
    });
    puppet.on('scan', ({ status, qrcode }) => {
      heard();
      const waits = ([scanStatus.waiting, scanStatus.timeout] as readonly number[]).includes(status);
      if (waits && qrcode !== undefined && qrcode !== '') show('scan', { qr: qrcode });
    });
    puppet.on('error', (error: unknown) => {
      log.warn({ why: whyOf(error) }, 'wechat: the puppet reports an error');
      if (isOfToken(error)) trouble.begins('wechat:token');
      if (isOfLine(error)) breakOff(whyOf(error));
    });
  };
  listen();

  const watch = (current: Connection): NodeJS.Timeout =>
    setInterval(() => {
      const silentMs = performance.now() - current.heardAt;
      if (silentMs > timing.deafMs && (current.answers || !current.heardAny)) {
        breakOff(`nothing was heard for ${Math.round(silentMs)} ms`);
        return;
      }
      try {
        puppet.ding('linli');
      } catch (error) {
        breakOff(whyOf(error));
      }
    }, timing.pingMs);

  const untilBroken = ({ ended }: Connection, signal: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      if (signal.aborted || ended.signal.aborted) {
        resolve();
        return;
      }
      const end = (): void => {
        signal.removeEventListener('abort', end);
        resolve();
      };
      ended.signal.addEventListener('abort', end, { once: true });
      signal.addEventListener('abort', end, { once: true });
    });

  /** The library's own watchdog never takes its listeners off, and wakes up again after the stop by what comes late. */
  const withoutWatchdog = (): void => {
    puppet.removeAllListeners('heartbeat');
    puppet.on('heartbeat', heard);
  };

  const hangUp = async (): Promise<void> => {
    withoutWatchdog();
    await withinTime(puppet.stop(), timing.stopMs).catch((error: unknown) => {
      log.warn({ why: whyOf(error) }, 'wechat: the puppet did not stop');
    });
  };

  const connect = async (signal: AbortSignal): Promise<void> => {
    const current: Connection = {
      ended: new AbortController(),
      heardAt: performance.now(),
      answers: false,
      heardAny: false,
    };
    connection = current;
    const watching = watch(current);
    try {
      await withinTime(puppet.start(), timing.startMs);
      withoutWatchdog();
      await untilBroken(current, signal);
    } catch (error) {
      log.warn({ why: whyOf(error) }, 'wechat: the puppet did not start');
      if (isOfToken(error)) trouble.begins('wechat:token');
    } finally {
      clearInterval(watching);
      current.ended.abort();
      fall(signal.aborted ? 'off' : 'lost');
      await hangUp();
    }
  };

  return {
    get self() {
      return self;
    },
    down: () => (self === null ? askAgainMs : 0),
    keep: async (signal) => {
      while (!signal.aborted) {
        if (shown === 'off') show('starting');
        await connect(signal);
        await pause(Math.min(timing.firstRetryMs * 2 ** tries, timing.longestRetryMs), signal);
        tries += 1;
      }
      clearTimeout(grace);
      grace = undefined;
    },
  };
};

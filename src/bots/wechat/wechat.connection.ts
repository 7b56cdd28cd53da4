import type { Logger } from '../../usecases/ports';
import { isOver } from '../leash';
import { gatewayClientOf } from './gateway-client';
import type { LineTiming } from './line-timing';
import type { Listens } from './listens';
import { isOfLine, isOfToken, whyOf } from './wechat-error';
import { scanStatus, type WechatPuppet } from './wechat.puppet';
import { withinTime } from './within-time';

export interface ConnectionNeeds {
  readonly puppet: WechatPuppet;
  readonly timing: LineTiming;
  readonly listens: Listens;
  /** The one before came to nothing: the gateway is asked to start its puppet anew. */
  readonly restartsGateway: boolean;
  readonly onLogin: (id: string) => void;
  readonly onLogout: () => void;
  readonly onScan: (code: string) => void;
  readonly onBadToken: () => void;
  readonly log: Logger;
}

/** One puppet from its start until its line breaks; nothing of it is used again. */
export interface Connection {
  readonly puppet: WechatPuppet;
  /** Aborted: it is over, though the puppet may still be stopping. */
  readonly ended: AbortSignal;
  /** Resolves when it was answered: being logged in says nothing of the way back. */
  proven(): Promise<void>;
  /** Resolves when it broke or `signal` ended it. Never rejects. */
  last(signal: AbortSignal): Promise<void>;
  hangUp(): Promise<void>;
}

const whenEither = (one: AbortSignal, other: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const end = (): void => {
      one.removeEventListener('abort', end);
      other.removeEventListener('abort', end);
      resolve();
    };
    one.addEventListener('abort', end);
    other.addEventListener('abort', end);
    if (one.aborted || other.aborted) end();
  });

const heardOf = ['heartbeat', 'message', 'ready', 'room-join', 'room-leave', 'room-topic', 'dirty'] as const;

export const createConnection = (needs: ConnectionNeeds): Connection => {
  const { puppet, timing, listens, restartsGateway, log } = needs;
  const ending = new AbortController();
  /** Pings since anything was heard: counted and not timed, since a busy machine is late with both. */
  let unheard = 0;
  let heardAny = false;
  let dongs = 0;
  let onProven: (() => void)[] = [];
  let client = gatewayClientOf(puppet);

  const knowClient = (): void => {
    client = gatewayClientOf(puppet) ?? client;
  };

  const breakOff = (why: string): void => {
    if (isOver(ending.signal)) return;
    log.warn({ why }, 'wechat: the line is broken');
    ending.abort();
    knowClient();
    // Whatever it still asks would wait for ever, and arrive when another one listens.
    if (!restartsGateway) client?.close();
  };

  const isProven = (): boolean => dongs > 0 || (heardAny && !listens.answers());

  const heard = (): void => {
    unheard = 0;
    heardAny = true;
    if (!isProven()) return;
    for (const tell of onProven) tell();
    onProven = [];
  };

  const listen = (): void => {
    for (const name of heardOf) puppet.on(name, heard);
    puppet.on('dong', () => {
      dongs += 1;
      listens.answered();
      heard();
    });
    puppet.on('login', ({ contactId }) => {
      heard();
      ding();
      if (!isOver(ending.signal)) needs.onLogin(contactId);
    });
    puppet.on('logout', () => {
      heard();
      // A puppet that is being stopped logs out too.
      if (!isOver(ending.signal)) needs.onLogout();
    });
    puppet.on('scan', ({ status, qrcode }) => {
      heard();
      const waits = ([scanStatus.waiting, scanStatus.timeout] as readonly number[]).includes(status);
      if (waits && qrcode !== undefined && qrcode !== '' && !isOver(ending.signal)) needs.onScan(qrcode);
    });
    puppet.on('error', (error: unknown) => {
      if (isOver(ending.signal)) return;
      log.warn({ why: whyOf(error) }, 'wechat: the puppet reports an error');
      if (isOfToken(error)) needs.onBadToken();
      if (isOfLine(error)) breakOff(whyOf(error));
    });
  };

  const ding = (): void => {
    try {
      puppet.ding('linli');
    } catch {
      // While it starts there is nobody to ask; later the silence tells.
    }
  };

  const ping = (): void => {
    knowClient();
    unheard += 1;
    const isDeaf = (unheard - 1) * timing.pingMs > timing.deafMs;
    if (isDeaf && (listens.answers() || !heardAny)) {
      if (heardAny && dongs === 0) listens.unanswered();
      breakOff(`nothing was heard of ${unheard - 1} pings`);
      return;
    }
    ding();
  };

  /** The library's own watchdog never takes its listeners off, and wakes up again after the stop by what comes late. */
  const withoutWatchdog = (): void => {
    puppet.removeAllListeners('heartbeat');
    puppet.on('heartbeat', heard);
  };

  const start = async (): Promise<void> => {
    try {
      await withinTime(puppet.start(), timing.startMs);
      withoutWatchdog();
    } catch (error) {
      if (isOver(ending.signal)) return;
      if (isOfToken(error)) needs.onBadToken();
      breakOff(`the puppet did not start: ${whyOf(error)}`);
    }
  };

  listen();

  return {
    puppet,
    ended: ending.signal,
    proven: () => (isProven() ? Promise.resolve() : new Promise((resolve) => void onProven.push(resolve))),
    last: async (signal) => {
      const watching = setInterval(ping, timing.pingMs);
      const over = whenEither(ending.signal, signal);
      await Promise.race([start().then(() => over), over]);
      clearInterval(watching);
      knowClient();
      ending.abort();
    },
    hangUp: async () => {
      withoutWatchdog();
      try {
        await withinTime(puppet.stop(), timing.stopMs);
      } catch (error) {
        log.warn({ why: whyOf(error) }, 'wechat: the puppet did not stop');
        // What a puppet of this process keeps open for its login is let go by this.
        if (puppet.isLoggedIn) puppet.emit('logout', { contactId: puppet.currentUserId, data: 'given up' });
      } finally {
        client?.close();
      }
    },
  };
};

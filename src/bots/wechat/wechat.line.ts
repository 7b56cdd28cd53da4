import type { Logger } from '../../usecases/ports';
import type { PlatformStatus } from '../../usecases/ports-of-platforms';
import { isOver, pause } from '../leash';
import type { Self } from './directory';
import { lineTiming, type LineTiming } from './line-timing';
import { createListens } from './listens';
import { createConnection, type Connection } from './wechat.connection';
import { whyOf, WechatOutage } from './wechat-error';
import type { WechatPuppet } from './wechat.puppet';
import type { WechatTrouble } from './wechat.trouble';

export interface LineNeeds {
  /** A new puppet for each connection: what is left of a dead one's may still come to its end. */
  readonly open: () => Promise<WechatPuppet>;
  /** Called with each puppet before it starts. */
  readonly meet: (puppet: WechatPuppet) => void;
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
  /** The puppet of now; throws an outage when there is none yet. */
  puppet(): WechatPuppet;
  /** Milliseconds after which to ask again; 0: it hears and speaks. */
  down(): number;
  /** Keeps the line up until `signal`. Never rejects. */
  keep(signal: AbortSignal): Promise<void>;
}

const askAgainMs = 1_000;
const arriveAgainMs = 200;

type LoginState = Pick<PlatformStatus, 'state' | 'qr' | 'as'>;

export const createLine = (needs: LineNeeds): Line => {
  const { open, meet, arrive, onUp, onDown, trouble, tell, log, timing = lineTiming } = needs;
  const listens = createListens();
  let connection: Connection | null = null;
  let self: Self | null = null;
  /** Connections since the last one that was at home. */
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

  const endGrace = (): void => {
    clearTimeout(grace);
    grace = undefined;
  };

  const atHome = (found: Self): void => {
    self = found;
    tries = 0;
    endGrace();
    show('on', { as: found.name });
    trouble.over();
    onUp();
  };

  const loggedIn = async (current: Connection, id: string): Promise<void> => {
    const { puppet, ended } = current;
    const isIn = (): boolean => !isOver(ended) && puppet.isLoggedIn && puppet.currentUserId === id;
    while (isIn()) {
      try {
        const found = await arrive(id);
        await current.proven();
        if (isIn()) atHome(found);
        return;
      } catch (error) {
        log.warn({ why: whyOf(error) }, 'wechat: logged in, and not at home yet');
        await pause(arriveAgainMs, ended);
      }
    }
  };

  /** A gateway tells of a logout once: who was cut off meanwhile finds a good line and nobody logged in. */
  const watchLogin = async (current: Connection): Promise<void> => {
    const { puppet, ended } = current;
    await current.proven();
    if (!puppet.isLoggedIn) endGrace();
    await pause(timing.loginMs, ended);
    if (isOver(ended) || puppet.isLoggedIn) return;
    if (shown === 'scan') trouble.begins('wechat:logged-out');
    else fall('logged-out');
  };

  const connect = async (signal: AbortSignal): Promise<void> => {
    const puppet = await open();
    const current: Connection = createConnection({
      ...{ puppet, timing, listens, log },
      restartsGateway: tries > 1,
      onLogin: (id) => void loggedIn(current, id),
      onLogout: () => fall('logged-out'),
      onScan: (qr) => show('scan', { qr }),
      onBadToken: () => trouble.begins('wechat:token'),
    });
    connection = current;
    meet(puppet);
    void watchLogin(current);
    await current.last(signal);
    fall(signal.aborted ? 'off' : 'lost');
    await current.hangUp();
  };

  const tryConnect = async (signal: AbortSignal): Promise<void> => {
    try {
      await connect(signal);
    } catch (error) {
      log.warn({ why: whyOf(error) }, 'wechat: there is no puppet');
      fall('lost');
    }
  };

  return {
    get self() {
      return self;
    },
    puppet: () => {
      if (connection === null) throw new WechatOutage('WeChat was not connected yet');
      return connection.puppet;
    },
    down: () => (self === null ? askAgainMs : 0),
    keep: async (signal) => {
      while (!signal.aborted) {
        if (shown === 'off') show('starting');
        await tryConnect(signal);
        await pause(Math.min(timing.firstRetryMs * 2 ** tries, timing.longestRetryMs), signal);
        tries += 1;
      }
      endGrace();
    },
  };
};

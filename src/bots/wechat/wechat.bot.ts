import { join } from 'node:path';
import type { Engine } from '../../usecases/engine';
import type { Capabilities, Chats, Clock, Incidents, Leases, Logger, People, Platform } from '../../usecases/ports';
import type { PlatformStatus, PlatformStatuses } from '../../usecases/ports-of-platforms';
import type { Lanes } from '../lane';
import { pause } from '../leash';
import { serveInTurn } from '../stand-by';
import { createDirectory, type Directory } from './directory';
import { followRooms } from './follow-rooms';
import type { LineTiming } from './line-timing';
import { drawLoginCode } from './login-code';
import { createSentWords } from './sent-words';
import { createThrottle } from './throttle';
import { createTranslate, platformName } from './wechat.inbound';
import { createIntake, type Intake, type IntakeTiming } from './wechat.intake';
import { createOverflow } from './wechat.overflow';
import { createLine, type Line } from './wechat.line';
import { createWechatPlatform } from './wechat.platform';
import type { WechatPuppet } from './wechat.puppet';
import { createTrouble } from './wechat.trouble';

export interface WechatBotNeeds {
  /** A new puppet for each connection, or, in this process, the same one again. */
  readonly open: () => Promise<WechatPuppet>;
  /** Names this process in the account's lease. */
  readonly holder: string;
  readonly engine: Pick<Engine, 'handle'>;
  readonly chats: Pick<Chats, 'resolve' | 'groups' | 'migrate'>;
  readonly people: Pick<People, 'identify'>;
  readonly leases: Leases;
  readonly incidents: Pick<Incidents, 'open' | 'close'>;
  readonly platformStatuses: Pick<PlatformStatuses, 'put'>;
  readonly tellStaff: (away: boolean) => Promise<void>;
  readonly clock: Clock;
  readonly lanes: Lanes;
  readonly log: Logger;
  /** What cannot wait in memory lies here. */
  readonly dataDir: string;
  /** Shows a text to whoever sits at the terminal. */
  readonly print: (text: string) => void;
  readonly machineNow?: () => number;
  readonly limits?: Partial<Capabilities>;
  readonly timing?: {
    readonly timeoutMs?: number;
    readonly leaseMs?: number;
    readonly standByMs?: number;
    readonly line?: LineTiming;
    readonly intake?: IntakeTiming;
  };
}

export interface WechatBot {
  readonly platform: Platform;
  start(): void;
  /** What was heard is finished first, for a moment. */
  stop(): Promise<void>;
  ready(): boolean;
  /** Resolves when all that was heard so far is handled. */
  idle(): Promise<void>;
}

/** One account a community; its name stays when token and login change. */
const account = 'main';
const LEASE_MS = 9_000;
const STAND_BY_MS = 2_000;
const FINISH_MS = 3_000;

/** What a group goes through, handed to the intake; who threw the bot out is told by the group's last event. */
const hearing = (puppet: WechatPuppet, directory: Directory, intake: Intake): void => {
  puppet.on('message', ({ messageId }) => intake.message(messageId));
  puppet.on('room-join', ({ roomId: room, inviteeIdList: who, inviterId: by, timestamp }) =>
    intake.change({ what: 'joined', room, who, by, timestamp }),
  );
  puppet.on('room-leave', ({ roomId: room, removeeIdList: who, removerId: by, timestamp }) =>
    intake.change({ what: 'left', room, who, by, timestamp }),
  );
  puppet.on('room-topic', ({ roomId: room, newTopic, changerId: by, timestamp }) => {
    directory.renamed(room, newTopic);
    intake.change({ what: 'renamed', room, who: [], by, timestamp });
  });
};

/** Status and login code, to the board and the terminal; none of it may hold up the line. */
const telling = ({ platformStatuses, print, log }: WechatBotNeeds) => {
  let drawn: string | null = null;
  return (status: Pick<PlatformStatus, 'state' | 'qr' | 'as'>): void => {
    platformStatuses.put({ platform: platformName, account, ...status }).catch((error: unknown) => {
      log.warn({ why: String(error) }, 'wechat: the status was not kept');
    });
    if (status.qr === null || status.qr === drawn) return;
    drawn = status.qr;
    drawLoginCode(status.qr).then(print, () => print(`请用机器人的微信扫码登录：${status.qr ?? ''}`));
  };
};

const assemble = (needs: WechatBotNeeds): { line: Line; intake: Intake; platform: Platform } => {
  const { open, engine, chats, people, incidents, clock, lanes, log, timing, limits } = needs;
  const { machineNow = Date.now } = needs;
  const ask = (): WechatPuppet => line.puppet();
  const met = new WeakSet<WechatPuppet>();
  const directory = createDirectory(ask);
  const sentWords = createSentWords();
  const said = { account, puppet: ask, directory, sentWords };
  const intake = createIntake({
    ...{ puppet: ask, lanes, incidents, log },
    overflow: createOverflow({ folder: join(needs.dataDir, 'wechat-waiting'), log }),
    translate: createTranslate({ ...said, chats, people, clock, machineNow }),
    self: () => line.self,
    handle: (inbound) => engine.handle(inbound),
    ...(timing?.intake && { timing: timing.intake }),
  });
  const line: Line = createLine({
    ...{ open, log },
    meet: (puppet) => {
      if (!met.has(puppet)) hearing(puppet, directory, intake);
      met.add(puppet);
    },
    arrive: async (id) => {
      const { name } = await directory.contact(id);
      await followRooms({ puppet: ask, directory, chats, incidents, log });
      return { id, name };
    },
    onUp: () => intake.open(),
    onDown: () => intake.close(),
    trouble: createTrouble({ incidents, tellStaff: needs.tellStaff, log }),
    tell: telling(needs),
    ...(timing?.line && { timing: timing.line }),
  });
  const platform = createWechatPlatform({
    ...{ puppet: ask, directory, sentWords, log },
    down: () => line.down(),
    throttle: createThrottle(machineNow),
    ...(limits && { limits }),
    ...(timing?.timeoutMs !== undefined && { timeoutMs: timing.timeoutMs }),
  });
  return { line, intake, platform };
};

/** The line is kept by the process that has the account's lease: a gateway tells one listener only. */
export const createWechatBot = (needs: WechatBotNeeds): WechatBot => {
  const { line, intake, platform } = assemble(needs);
  const { leases, holder, log, timing } = needs;
  const { leaseMs = LEASE_MS, standByMs = STAND_BY_MS } = timing ?? {};
  const turn = { lease: `${platformName}:${account}`, holder, leases, log, leaseMs, standByMs };
  let run: { readonly stopping: AbortController; readonly ended: Promise<void> } | null = null;

  return {
    platform,
    start: () => {
      if (run !== null) return;
      const stopping = new AbortController();
      run = { stopping, ended: serveInTurn(turn, (signal) => line.keep(signal), stopping.signal) };
    },
    stop: async () => {
      if (run === null) return;
      const { stopping, ended } = run;
      run = null;
      const limit = new AbortController();
      await Promise.race([intake.idle(), pause(FINISH_MS, limit.signal)]);
      intake.end();
      stopping.abort();
      await Promise.race([ended, pause(FINISH_MS, limit.signal)]);
      limit.abort();
    },
    ready: () => line.down() === 0,
    idle: () => intake.idle(),
  };
};

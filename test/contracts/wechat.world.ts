import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLanes } from '../../src/bots/lane';
import { openPuppets } from '../../src/bots/wechat/open-puppet';
import { createWechatBot, type WechatBot, type WechatBotNeeds } from '../../src/bots/wechat/wechat.bot';
import { intakeTiming } from '../../src/bots/wechat/wechat.intake';
import type { WechatPuppet } from '../../src/bots/wechat/wechat.puppet';
import { lineTiming } from '../../src/bots/wechat/line-timing';
import type { Inbound, InboundAnswer } from '../../src/usecases/inbound';
import type { ChatRecord, Logger } from '../../src/usecases/ports';
import { openStore, silentLog, type OpenedStore } from '../support/open-store';
import type { CuttableLine } from '../support/wechat/cuttable-line';
import { openGateway } from '../support/wechat/gateway';
import { until } from '../support/wechat/until';
import { WechatEmulator } from '../support/wechat/wechat-emulator';
import { noNotice, type PlatformWorld, type Said, type Where, type Who } from './platform.contract';

/** The line's own waits, shortened. */
export const quickLine = {
  ...lineTiming,
  pingMs: 100,
  deafMs: 1_500,
  firstRetryMs: 200,
  longestRetryMs: 400,
  graceMs: 2_000,
  loginMs: 1_000,
};

/** How the bot reaches the emulator: itself, or through a gateway on loopback. */
export interface Wire {
  /** A new puppet for each connection; in process the same one again. */
  readonly open: () => Promise<WechatPuppet>;
  /** Null in process. */
  readonly line: CuttableLine | null;
  readonly token: string | null;
  /** The gateway ends, and another one stands there. */
  restartGateway(): Promise<void>;
  close(): Promise<void>;
}

const inProcess = ({ puppet }: WechatEmulator): Wire => ({
  open: () => Promise.resolve(puppet),
  line: null,
  token: null,
  restartGateway: () => Promise.reject(new Error('there is no gateway')),
  close: () => Promise.resolve(),
});

/** The real gateway of wechaty-puppet-service around the emulator, and the real client, as an operator has them. */
const overTheWire = async ({ puppet }: WechatEmulator): Promise<Wire> => {
  const gateway = await openGateway(puppet);
  const { token, line, home } = gateway;
  const choice = { puppet: 'wechaty-puppet-service', token, endpoint: line.address, dataDir: home };
  return {
    open: await openPuppets(choice),
    line,
    token,
    restartGateway: () => gateway.restart(),
    close: () => gateway.close(),
  };
};

export interface WechatWorld extends PlatformWorld {
  readonly emulator: WechatEmulator;
  readonly opened: OpenedStore;
  readonly bot: WechatBot;
  readonly wire: Wire;
  readonly printed: string[];
  readonly told: boolean[];
}

export interface WechatWorldOptions {
  readonly wire: 'in process' | 'grpc';
  readonly given?: Partial<WechatBotNeeds>;
  readonly log?: Logger;
  readonly before?: (emulator: WechatEmulator) => void;
}

interface Taking {
  readonly handed: Inbound[];
  answer: (inbound: Inbound) => Promise<InboundAnswer>;
}

/** What the emulator told of and the bot has heard. */
const listening = (emulator: WechatEmulator, wire: Wire) => {
  const heard = new Set<string>();
  const met = new WeakSet<WechatPuppet>();
  let [changesTold, changesHeard] = [0, 0];
  const changes = ['room-join', 'room-leave', 'room-topic'] as const;
  for (const name of changes)
    emulator.puppet.prependListener(name, () => {
      changesTold += 1;
    });
  const meet = (puppet: WechatPuppet): void => {
    if (met.has(puppet)) return;
    met.add(puppet);
    puppet.on('message', ({ messageId }) => void heard.add(messageId));
    for (const name of changes)
      puppet.on(name, () => {
        changesHeard += 1;
      });
  };
  return {
    open: async (): Promise<WechatPuppet> => {
      const puppet = await wire.open();
      meet(puppet);
      return puppet;
    },
    isHeard: () => changesHeard >= changesTold && emulator.puppet.told.every((id) => heard.has(id)),
  };
};

export const openWechat = async ({ wire: kind, given, log, before }: WechatWorldOptions): Promise<WechatWorld> => {
  const opened = await openStore();
  const emulator = new WechatEmulator();
  emulator.person('zhao', '赵小飞');
  emulator.person('li', '李姐');
  emulator.group('group', '骑手群', ['zhao', 'li']);
  before?.(emulator);
  const wire = await (kind === 'grpc' ? overTheWire(emulator) : inProcess(emulator));
  const taking: Taking = { handed: [], answer: () => Promise.resolve(noNotice) };
  const [printed, told]: [string[], boolean[]] = [[], []];
  const { open, isHeard } = listening(emulator, wire);
  const bot = createWechatBot({
    open,
    holder: `test-${Math.random()}`,
    engine: {
      handle: async (inbound) => {
        const answer = await taking.answer(inbound);
        taking.handed.push(inbound);
        return answer;
      },
    },
    ...opened.store,
    tellStaff: (away) => Promise.resolve(void told.push(away)),
    lanes: createLanes(),
    log: log ?? silentLog,
    print: (text) => void printed.push(text),
    dataDir: join(tmpdir(), `linli-wechat-${randomUUID()}`),
    timing: { standByMs: 50, leaseMs: 5_000, line: quickLine, intake: { ...intakeTiming, firstRetryMs: 5 } },
    ...given,
  });
  bot.start();
  if (emulator.puppet.session !== null) await until(() => bot.ready());
  return Object.assign(taking, worldOf({ opened, emulator, wire, bot, isHeard }), { printed, told });
};

interface Opened {
  readonly opened: OpenedStore;
  readonly emulator: WechatEmulator;
  readonly wire: Wire;
  readonly bot: WechatBot;
  readonly isHeard: () => boolean;
}

const worldOf = ({ opened, emulator, wire, bot, isHeard }: Opened) => {
  const { store } = opened;
  const names = { zhao: '赵小飞', li: '李姐' };
  const groupOf = (where: Where): string | null => (where === 'group' ? 'group' : null);
  const shown = (where: Where) => emulator.seen(groupOf(where), where);

  const settled = async (): Promise<void> => {
    await until(isHeard);
    await bot.idle();
  };

  const chat = async (where: Where): Promise<ChatRecord> => {
    if (where === 'group') {
      const nativeId = emulator.roomOf('group');
      const title = emulator.puppet.mocker.roomPayload(nativeId).topic;
      return store.chats.resolve({ platform: 'wechat', account: 'main', nativeId, kind: 'group', title, person: null });
    }
    const [nativeId, name] = [emulator.idOf(where), names[where]];
    const { person } = await store.people.identify({ platform: 'wechat', nativeId, name });
    return store.chats.resolve({ platform: 'wechat', account: 'main', nativeId, kind: 'private', title: name, person });
  };

  const says: PlatformWorld['says'] = (who, where, { replyTo, ...what }) => {
    const sent = emulator.says(who, groupOf(where), { ...what, ...(replyTo !== undefined && { quotes: replyTo }) });
    const said: Said = {
      messageId: sent.id,
      again: () => {
        emulator.again(sent.id);
        return Promise.resolve();
      },
      edit: () => Promise.reject(new Error('nobody edits a message in WeChat')),
    };
    return Promise.resolve(said);
  };

  return {
    ...{ opened, emulator, wire, bot, store, says, settled, chat },
    platform: bot.platform,
    presses: (): Promise<null> => Promise.reject(new Error('WeChat has no buttons')),
    seen: (where: Where) =>
      Promise.resolve(
        shown(where).map(({ text, photo }) => ({ text, photos: photo === null ? 0 : 1, choices: [], replyTo: null })),
      ),
    pictureBytes: (where: Where) => Promise.resolve(shown(where).flatMap(({ photo }) => photo?.length ?? [])),
    leaves: (who: Who) => {
      emulator.leaves(who, 'group');
      return Promise.resolve();
    },
    joins: (who: Who) => {
      emulator.joins(who, 'group');
      return Promise.resolve();
    },
    renames: (title: string) => {
      emulator.renames('li', 'group', title);
      return Promise.resolve();
    },
    callsThemselves: (who: Who, name: string) => {
      emulator.callsThemselves(who, name);
      return Promise.resolve();
    },
    recalls: (who: Who, where: Where, id: string) => Promise.resolve(void emulator.recalls(who, groupOf(where), id)),
    changesIds: async () => {
      await emulator.logsOut();
      await until(() => !bot.ready());
      emulator.logsIn({ newIds: true });
      await until(() => bot.ready());
    },
    stranger: async () => {
      emulator.person('wu', '吴', false);
      const nativeId = emulator.idOf('wu');
      emulator.puppet.refusing.set(nativeId, 'the contact has not added the account');
      const { person } = await store.people.identify({ platform: 'wechat', nativeId, name: '吴' });
      return store.chats.resolve({
        platform: 'wechat',
        account: 'main',
        nativeId,
        kind: 'private',
        title: '吴',
        person,
      });
    },
    blocksBot: (who: Who) => {
      emulator.puppet.refusing.set(emulator.idOf(who), '消息已发出，但被对方拒收了。');
      return Promise.resolve();
    },
    removesBot: async () => {
      emulator.leaves('bot', 'group');
      await settled();
    },
    close: async () => {
      await bot.stop();
      await wire.close();
      await opened.close();
    },
  };
};

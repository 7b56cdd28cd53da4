import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { createLanes } from '../../src/bots/lane';
import { messageName, readName } from '../../src/bots/telegram/message-name';
import { createTelegramBot, type TelegramBot, type TelegramBotNeeds } from '../../src/bots/telegram/telegram.bot';
import type { PollerTiming } from '../../src/bots/telegram/telegram.poller';
import type { Inbound, InboundAnswer } from '../../src/usecases/inbound';
import type { ChatRecord, Logger } from '../../src/usecases/ports';
import { openStore, silentLog, type OpenedStore } from '../support/open-store';
import { TelegramEmulator, type TelegramGroup, type TelegramUser } from '../support/telegram/telegram-emulator';
import { noNotice, type PlatformWorld, type Said, type Where, type Who } from './platform.contract';

/** Telegram's own waits, shortened. */
export const quickTiming = {
  timeoutMs: 1500,
  trouble: { slowMs: 60, firstMs: 20, longestMs: 100 },
  poller: {
    pollSeconds: 1,
    answerWithinMs: 500,
    leaseMs: 2000,
    standByMs: 50,
    firstRetryMs: 10,
    longestRetryMs: 50,
  } satisfies PollerTiming,
};

export const secretToken = 'a-secret_of-the-webhook-0123456789';

export interface BotProcess {
  readonly bot: TelegramBot;
  readonly handed: Inbound[];
  answer: (inbound: Inbound) => Promise<InboundAnswer>;
  readonly url: string;
  stop(): Promise<void>;
}

const serveWebhook = async (): Promise<{ server: Server; url: string; use(bot: TelegramBot): void }> => {
  let handler: TelegramBot['webhook'] = null;
  const server = createServer((request, response) => handler?.(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/telegram`;
  return {
    server,
    url,
    use: ({ webhook }) => {
      handler = webhook;
    },
  };
};

export interface StartBot {
  readonly kind: 'polling' | 'webhook';
  readonly emulator: TelegramEmulator;
  readonly opened: OpenedStore;
  readonly given?: Partial<TelegramBotNeeds>;
  readonly log?: Logger;
}

/** One process of the bots, with an engine that only takes notes. */
export const startBot = async ({ kind, emulator, opened, given, log = silentLog }: StartBot): Promise<BotProcess> => {
  const hook = kind === 'webhook' ? await serveWebhook() : null;
  const handed: Inbound[] = [];
  const engine = {
    handle: async (inbound: Inbound) => {
      const answer = await running.answer(inbound);
      handed.push(inbound);
      return answer;
    },
  };
  const bot = createTelegramBot({
    token: emulator.token,
    apiRoot: emulator.apiRoot,
    secret: 'signs buttons',
    mode: hook ? { kind: 'webhook', url: hook.url, secretToken } : { kind: 'polling' },
    holder: `test-${Math.random()}`,
    engine,
    ...opened.store,
    lanes: createLanes(),
    log,
    timing: quickTiming,
    ...given,
  });
  hook?.use(bot);
  const running: BotProcess = {
    bot,
    handed,
    answer: () => Promise.resolve(noNotice),
    url: hook?.url ?? '',
    stop: async () => {
      await bot.stop();
      hook?.server.closeAllConnections();
      await new Promise((resolve) => (hook ? hook.server.close(resolve) : resolve(undefined)));
    },
  };
  await bot.start();
  return running;
};

export const until = async (what: () => boolean | Promise<boolean>, withinMs = 40_000): Promise<void> => {
  const deadline = Date.now() + withinMs;
  while (!(await what())) {
    if (Date.now() > deadline) throw new Error(`not within ${withinMs} ms: ${what.toString()}`);
    await sleep(5);
  }
};

export interface TelegramWorld extends PlatformWorld {
  readonly emulator: TelegramEmulator;
  readonly opened: OpenedStore;
  readonly process: BotProcess;
  readonly group: TelegramGroup;
  readonly zhao: TelegramUser;
  readonly li: TelegramUser;
  /** So much later, by Telegram's clock. */
  passes(hours: number): void;
}

type Opened = Omit<TelegramWorld, 'passes'>;

const worldOf = (
  emulator: TelegramEmulator,
  opened: OpenedStore,
  running: BotProcess,
  kind: 'group' | 'supergroup',
): Opened => {
  const { store } = opened;
  const zhao = emulator.user({ name: '赵小飞' });
  const li = emulator.user({ name: '李姐' });
  const group = emulator.group({ title: '骑手群', members: [zhao, li], bot: 'administrator', kind });
  const people = { zhao, li };
  const places = { group, zhao, li };

  const chat = async (where: Where): Promise<ChatRecord> => {
    const nativeId = String(places[where].id);
    const seen = { platform: 'telegram', account: String(emulator.bot.id), nativeId };
    if (where === 'group') return store.chats.resolve({ ...seen, kind: 'group', title: group.title, person: null });
    const { name } = people[where];
    const { person } = await store.people.identify({ platform: 'telegram', nativeId, name });
    return store.chats.resolve({ ...seen, kind: 'private', title: name, person });
  };

  const shownIn = (where: Where) => emulator.botMessagesIn(places[where]).filter(({ deleted }) => !deleted);

  const nativeOf = (where: Where, name: string): number => readName(places[where].id, name)?.id ?? -1;

  const said = (who: Who, sent: ReturnType<TelegramUser['says']>): Said => ({
    messageId: messageName(sent.chatId, sent.messageId),
    again: () => {
      emulator.redeliver(sent.updateId);
      return Promise.resolve();
    },
    edit: (text) => {
      people[who].edits(sent, text);
      return Promise.resolve();
    },
  });

  return {
    emulator,
    opened,
    process: running,
    group,
    zhao,
    li,
    store,
    platform: running.bot.platform,
    handed: running.handed,
    get answer() {
      return running.answer;
    },
    set answer(answer) {
      running.answer = answer;
    },
    says: (who, where, { text: words, photo, voice, album, replyTo, location, mentionsBot }) => {
      const text = mentionsBot ? `@linli_test_bot ${words ?? ''}` : words;
      const [person, place] = [people[who], places[where]];
      const reply = replyTo === undefined ? {} : { replyTo: nativeOf(where, replyTo) };
      const captioned = {
        ...reply,
        ...(text !== undefined && { caption: text }),
        ...(album && { mediaGroupId: album }),
      };
      if (photo) return Promise.resolve(said(who, person.sendsPhoto(place, photo, captioned)));
      if (voice) return Promise.resolve(said(who, person.sendsVoice(place, voice, reply)));
      if (location) return Promise.resolve(said(who, person.sendsLocation(place, location.lat, location.lng, reply)));
      return Promise.resolve(said(who, person.says(place, text ?? '', reply)));
    },
    presses: async (who, where, as, { label }) => {
      const answer = await people[who].presses({ chatId: places[where].id, messageId: nativeOf(where, as) }, label);
      if (answer === undefined) throw new Error('The press was not answered.');
      return answer.text ?? null;
    },
    chat,
    seen: (where) =>
      Promise.resolve(
        shownIn(where).map(({ text, photoBytes, rows, replyTo }) => ({
          text,
          photos: photoBytes === undefined ? 0 : 1,
          choices: rows.flat(),
          replyTo: replyTo === undefined ? null : messageName(places[where].id, replyTo),
        })),
      ),
    pictureBytes: (where) => Promise.resolve(shownIn(where).flatMap(({ photoBytes }) => photoBytes ?? [])),
    leaves: (who) => {
      group.kick(people[who]);
      return Promise.resolve();
    },
    joins: (who) => {
      group.add(people[who]);
      return Promise.resolve();
    },
    renames: (title) => {
      group.rename(title);
      return Promise.resolve();
    },
    callsThemselves: (who, name) => {
      people[who].wire.first_name = name;
      return Promise.resolve();
    },
    recalls: () => Promise.reject(new Error('the Bot API does not tell of it')),
    changesIds: async () => {
      await until(() => emulator.pendingUpdates === 0);
      places.group = group.migrate();
      await until(() => emulator.pendingUpdates === 0);
    },
    stranger: async () => {
      const nativeId = String(emulator.user({ name: '吴' }).id);
      const { person } = await store.people.identify({ platform: 'telegram', nativeId, name: '吴' });
      const account = String(emulator.bot.id);
      return store.chats.resolve({ platform: 'telegram', account, nativeId, kind: 'private', title: '吴', person });
    },
    blocksBot: async (who) => {
      people[who].blocksBot();
      await until(() => emulator.pendingUpdates === 0);
    },
    removesBot: async () => {
      group.kick(emulator.bot);
      await until(() => emulator.pendingUpdates === 0);
    },
    settled: () => until(() => emulator.pendingUpdates === 0),
    close: async () => {
      await running.stop();
      await emulator.stop();
      await opened.close();
    },
  };
};

export const openTelegram = async (
  kind: StartBot['kind'],
  {
    group = 'supergroup',
    ...given
  }: Omit<StartBot, 'kind' | 'emulator' | 'opened'> & { readonly group?: 'group' | 'supergroup' } = {},
): Promise<TelegramWorld> => {
  let later = 0;
  const now = (): number => Date.now() + later;
  const [opened, emulator] = [await openStore(), await new TelegramEmulator({ now }).start()];
  emulator.setWebhookPauses([10, 20]);
  const world = worldOf(emulator, opened, await startBot({ kind, emulator, opened, ...given }), group);
  const passes = (hours: number): void => {
    later += hours * 3_600_000;
  };
  // The world itself, and no copy of it: what its tests set is what the running bot asks.
  return Object.assign(world, { passes });
};

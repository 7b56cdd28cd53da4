import { setTimeout as sleep } from 'node:timers/promises';
import { samplePhoto, type SampleName } from './sample-photo';
import { startStoryApp, type StoryApp } from './story-app';
import { Books, Ticket } from './story-answers';
import { sandboxApi } from './story-sandbox';
import { TelegramEmulator, type TelegramUser } from './telegram/telegram-emulator';
import { openGateway } from './wechat/gateway';
import type { SentByBot } from './wechat/mended-puppet';
import { WechatEmulator } from './wechat/wechat-emulator';

const people = new Map([
  ['zhao-fei', '赵小飞'],
  ['qian-jin', '钱进'],
  ['wang-fang', '王芳'],
  ['lin-jing', '林静'],
  ['hu-xia', '胡霞'],
  ['deng-tao', '邓涛'],
  ['sun-mei', '孙梅'],
]);

const groups = new Map([
  ['riders', { title: '骑手群', members: ['zhao-fei', 'qian-jin', 'wang-fang'] }],
  ['residents', { title: '居民群', members: ['hu-xia', 'deng-tao', 'sun-mei'] }],
]);

const writers = ['zhao-fei', 'qian-jin', 'wang-fang', 'sun-mei'];

/** Only the director has Telegram too. */
const onTelegram = 'lin-jing';
const telegramId = 7001;
const patienceMs = 25_000;

interface Post {
  readonly text?: string;
  readonly photo?: SampleName;
  readonly voice?: Buffer;
  readonly quotes?: SentByBot;
  readonly mentionsBot?: boolean;
}

/** A neighbourhood on WeChat, over gRPC through a gateway; what is said comes when it comes, and is waited for. */
export interface WechatStory {
  readonly app: StoryApp;
  readonly emulator: WechatEmulator;
  posts(person: string, group: string, what: Post): void;
  writes(person: string, what: Post): void;
  group(group: string): readonly SentByBot[];
  private(person: string): readonly SentByBot[];
  /** The newest message to a person, or (with a group) in a group, that matches; waited for. */
  hears(where: { readonly person: string } | { readonly group: string }, pattern: RegExp): Promise<SentByBot>;
  /** The same on the director's Telegram. */
  hearsOnTelegram(pattern: RegExp): Promise<string>;
  advance(minutes: number): Promise<void>;
  settle(): Promise<void>;
  ticket(number: number): Promise<ReturnType<typeof Ticket.parse>>;
  books(): Promise<ReturnType<typeof Books.parse>>;
  stop(): Promise<void>;
}

const populated = (): WechatEmulator => {
  const emulator = new WechatEmulator();
  for (const [id, name] of people) emulator.person(id, name);
  for (const [id, { title, members }] of groups) emulator.group(id, title, members);
  return emulator;
};

const waitFor = async <T>(what: string, look: () => T | undefined, said: () => string): Promise<T> => {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const found = look();
    if (found !== undefined) return found;
    if (Date.now() > deadline) throw new Error(`nobody said ${what}; said was:\n${said()}`);
    await sleep(20);
  }
};

const startApp = async (emulator: WechatEmulator, telegram: TelegramEmulator) => {
  const gateway = await openGateway(emulator.puppet);
  const app = await startStoryApp({
    telegramIds: new Map([[onTelegram, telegramId]]),
    wechatIds: new Map([
      ...[...people.keys()].map((id) => [id, emulator.idOf(id)] as const),
      ...[...groups.keys()].map((id) => [id, emulator.roomOf(id)] as const),
    ]),
    env: {
      TELEGRAM_BOT_TOKEN: telegram.token,
      TELEGRAM_API_ROOT: telegram.apiRoot,
      WECHATY_PUPPET: 'wechaty-puppet-service',
      WECHATY_PUPPET_SERVICE_TOKEN: gateway.token,
      WECHATY_PUPPET_SERVICE_ENDPOINT: gateway.line.address,
      DATA_DIR: gateway.home,
    },
  });
  return { app, gateway };
};

const looking = (emulator: WechatEmulator, telegram: TelegramEmulator, director: TelegramUser) => {
  const told = (): readonly string[] => telegram.botMessagesIn(director).map(({ text }) => text);
  const hears: WechatStory['hears'] = (where, pattern) => {
    const seen = (): readonly SentByBot[] =>
      'group' in where ? emulator.seen(where.group) : emulator.seen(null, where.person);
    return waitFor(
      `${String(pattern)} to ${JSON.stringify(where)}`,
      () => seen().findLast(({ text }) => pattern.test(text)),
      () => emulator.puppet.sent.map(({ to, text }) => `${to}: ${text}`).join('\n---\n'),
    );
  };
  const hearsOnTelegram: WechatStory['hearsOnTelegram'] = (pattern) =>
    waitFor(
      `${String(pattern)} on Telegram`,
      () => told().findLast((text) => pattern.test(text)),
      () => told().join('\n---\n'),
    );
  return { hears, hearsOnTelegram };
};

export const wechatStory = async (): Promise<WechatStory> => {
  const emulator = populated();
  const telegram = await new TelegramEmulator().start();
  const director = telegram.user({ name: onTelegram, id: telegramId });
  const { app, gateway } = await startApp(emulator, telegram);
  const api = sandboxApi(() => app.address);
  director.startsBot();
  const heard = looking(emulator, telegram, director);
  // Whoever wrote to the bot once is answered there.
  for (const person of writers) {
    emulator.says(person, null, { text: '帮助' });
    await heard.hears({ person }, /./);
  }

  const say = (person: string, group: string | null, { text, photo, voice, quotes, mentionsBot }: Post): void => {
    emulator.says(person, group, {
      ...(text !== undefined && { text }),
      ...(photo !== undefined && { photo: samplePhoto(photo) }),
      ...(voice !== undefined && { voice }),
      ...(quotes !== undefined && { quotes: quotes.id }),
      ...(mentionsBot !== undefined && { mentionsBot }),
    });
  };

  return {
    app,
    emulator,
    posts: say,
    writes: (person, what) => say(person, null, what),
    group: (group) => emulator.seen(group),
    private: (person) => emulator.seen(null, person),
    ...heard,
    advance: async (minutes) => {
      await api.post('/clock', { advanceMinutes: minutes });
    },
    settle: async () => {
      await api.post('/settle');
    },
    ticket: async (number) => Ticket.parse(await api.get(`/tickets/${number}`)),
    books: async () => Books.parse(await api.get('/books')),
    stop: async () => {
      await app.stop();
      await gateway.close();
      await telegram.stop();
    },
  };
};

import { setTimeout as sleep } from 'node:timers/promises';
import { samplePhoto } from './sample-photo';
import { packFile, startStoryApp, type StoryApp, type StoryAppOptions } from './story-app';
import { Books, Ticket } from './story-answers';
import { sandboxApi, type SandboxApi } from './story-sandbox';
import type { Post, Seen, StoryWorld } from './story-world';
import { TelegramEmulator, type TelegramGroup, type TelegramUser } from './telegram/telegram-emulator';

const usualPeople = [
  'zhao-fei',
  'wang-fang',
  'li-qiang',
  'he-ping',
  'lin-jing',
  'xu-ning',
  'chen-xiao',
  'he-min',
  'liu-yang',
  'gao-yuan',
  'huang-lei',
];

const usualGroups: ReadonlyMap<string, number> = new Map([
  ['riders', -100_500],
  ['staff', -100_501],
]);

const firstId = 7001;

export interface TelegramOptions extends StoryAppOptions {
  readonly people?: readonly string[];
  readonly groups?: ReadonlyMap<string, number>;
  /** Places on the map and settings that the demo pack does not have. */
  readonly pack?: {
    readonly spots: NonNullable<Parameters<typeof packFile>[2]>;
    readonly settings: NonNullable<Parameters<typeof packFile>[3]>;
  };
}

export interface TelegramWorld extends StoryWorld {
  readonly emulator: TelegramEmulator;
  readonly api: SandboxApi;
  readonly app: StoryApp;
  user(name: string): TelegramUser;
  groupOf(name: string): TelegramGroup;
  /** Throws the bot out of a group. */
  kick(group: string): void;
  settle(): Promise<void>;
  /** The commands that somebody's app shows, in private or in a group. */
  menu(person: string, group?: string): readonly string[];
}

/** Everything the story's people do goes through Telegram's Bot API; only the clock is moved beside it. */
export const telegramWorld = async ({
  people = usualPeople,
  groups: groupIds = usualGroups,
  pack,
  ...options
}: TelegramOptions = {}): Promise<TelegramWorld> => {
  const emulator = await new TelegramEmulator().start();
  const users = new Map<string, TelegramUser>(
    people.map((name, index) => [name, emulator.user({ name, id: firstId + index })]),
  );
  const groups = new Map<string, TelegramGroup>(
    [...groupIds].map(([title, id]) => [
      title,
      emulator.group({ title, id, members: [...users.values()], bot: 'administrator' }),
    ]),
  );
  const telegramIds = new Map([...groupIds, ...people.map((name, index) => [name, firstId + index] as const)]);
  const app = await startStoryApp({
    ...options,
    telegramIds,
    env: {
      ...(pack ? { PACK: await packFile(telegramIds, {}, pack.spots, pack.settings) } : {}),
      TELEGRAM_BOT_TOKEN: emulator.token,
      TELEGRAM_API_ROOT: emulator.apiRoot,
      ...options.env,
    },
  });
  const api = sandboxApi(() => app.address);

  const settle = async (): Promise<void> => {
    const deadline = Date.now() + 60_000;
    while (emulator.pendingUpdates > 0) {
      if (Date.now() > deadline) throw new Error(`${emulator.pendingUpdates} updates were not taken`);
      await sleep(10);
    }
    await api.post('/settle');
  };

  const userOf = (name: string): TelegramUser => {
    const user = users.get(name);
    if (!user) throw new Error(`${name} is not on Telegram in this story`);
    return user;
  };
  const groupOf = (name: string): TelegramGroup => {
    const group = groups.get(name);
    if (!group) throw new Error(`the group ${name} is not on Telegram in this story`);
    return group;
  };

  const seenIn = (chat: TelegramGroup | TelegramUser): readonly Seen[] =>
    emulator
      .botMessagesIn(chat)
      .filter(({ deleted }) => !deleted)
      .map(({ messageId, text, buttons, photoBytes, editedAt }) => ({
        id: String(messageId),
        text,
        photos: photoBytes === undefined ? 0 : 1,
        choices: buttons.map((button) => button.text),
        number: Number(/#(\d+)/.exec(text)?.[1] ?? 0) || null,
        edited: editedAt !== undefined,
      }));

  const send = async (
    user: TelegramUser,
    chat: TelegramGroup | TelegramUser,
    { text, photo, replyTo }: Post,
  ): Promise<void> => {
    const reply = replyTo ? { replyTo: Number(replyTo.id) } : {};
    if (photo)
      user.sendsPhoto(chat, samplePhoto(photo), { ...(text === undefined ? {} : { caption: text }), ...reply });
    else user.says(chat, text ?? '', reply);
    await settle();
  };

  for (const user of users.values()) user.startsBot();
  await settle();

  return {
    emulator,
    api,
    app,
    user: userOf,
    groupOf,
    kick: (group) => groupOf(group).kick(emulator.bot),
    settle,
    menu: (person, group) => emulator.menuOf(userOf(person), group === undefined ? userOf(person) : groupOf(group)),
    posts: (person, group, what) => send(userOf(person), groupOf(group), what),
    writes: (person, what) => send(userOf(person), userOf(person), what),
    group: (group) => Promise.resolve(seenIn(groupOf(group))),
    private: (person) => Promise.resolve(seenIn(userOf(person))),
    presses: async (person, where, seen, label) => {
      const chat = where === 'private' ? userOf(person) : groupOf(where);
      const message = emulator.botMessagesIn(chat).find(({ messageId }) => String(messageId) === seen.id);
      if (!message) throw new Error(`no message ${seen.id}`);
      await userOf(person).presses(message, label);
      await settle();
    },
    advance: async (minutes) => {
      await api.post('/clock', { advanceMinutes: minutes });
      await settle();
    },
    jump: async (minutes) => {
      await api.post('/clock', { jumpMinutes: minutes });
      await settle();
    },
    ticket: async (number) => Ticket.parse(await api.get(`/tickets/${number}`)),
    books: async () => Books.parse(await api.get('/books')),
    restart: () => app.restart(),
    stop: async () => {
      await app.stop();
      await emulator.stop();
    },
  };
};

import { BotApiServer, type LoggedCall } from './bot-api-server';
import type { Fault } from './faults';
import { type RateLimits, TELEGRAM_LIMITS } from './rate-limits';
import { menuIn } from './menu-scope';
import { Room } from './room';
import { type SeenMessage, seenMessage } from './seen-message';
import { TelegramGroup } from './telegram-group';
import { type ChatRef, TelegramUser, chatIdOf } from './telegram-user';
import type { WireUpdate, WireUser } from './wire';
import { World, type WorldOptions } from './world';

export type { LoggedCall } from './bot-api-server';
export type { Fault } from './faults';
export type { SeenMessage } from './seen-message';
export { TelegramGroup } from './telegram-group';
export { TelegramUser } from './telegram-user';

interface NewUser {
  name?: string;
  username?: string;
  id?: number;
  languageCode?: string;
}

interface NewGroup {
  title?: string;
  id?: number;
  kind?: 'group' | 'supergroup';
  members?: readonly TelegramUser[];
  /** What the bot is there from the start; 'absent' unless added later. Default: member. */
  bot?: 'member' | 'administrator' | 'absent';
  /** Whether the bot hears of being added. Default: no, it was there before. */
  announced?: boolean;
}

const TOKEN = '7000000001:AAEmulatorTokenNotASecret-000000000';

/** A Telegram of our own on loopback: give `apiRoot` to the bot, and play the people. */
export class TelegramEmulator {
  readonly token: string;
  readonly bot: WireUser;
  private readonly world: World;
  private readonly server: BotApiServer;
  private port = 0;
  private count = 0;

  constructor(options: Partial<WorldOptions> = {}) {
    this.token = options.token ?? TOKEN;
    this.world = new World({
      token: this.token,
      botUsername: options.botUsername ?? 'linli_test_bot',
      botName: options.botName ?? '邻里',
      now: options.now ?? Date.now,
      machineMs: options.machineMs ?? (() => performance.now()),
    });
    this.bot = this.world.bot;
    this.server = new BotApiServer(this.world, this.token);
  }

  get apiRoot(): string {
    if (this.port === 0) throw new Error('start() the emulator first');
    return `http://127.0.0.1:${this.port}`;
  }

  /** Listens; after a stop() on the same port, with all it knew. */
  async start(): Promise<this> {
    this.port = await this.server.listen(this.port);
    return this;
  }

  /** Ends every connection and poll; a webhook is forgotten. */
  async stop(): Promise<void> {
    this.world.courier.set(undefined);
    this.world.longPoll.stop();
    await this.server.close();
  }

  user({ name, username, id, languageCode = 'zh-hans' }: NewUser = {}): TelegramUser {
    this.count += 1;
    const wire: WireUser = {
      id: id ?? 5_100_000_000 + this.count,
      is_bot: false,
      first_name: name ?? `居民${this.count}`,
      language_code: languageCode,
      ...(username !== undefined && { username }),
    };
    this.world.users.set(wire.id, wire);
    this.world.rooms.set(wire.id, new Room({ id: wire.id, type: 'private', first_name: wire.first_name }));
    return new TelegramUser(this.world, wire);
  }

  group({ title, id, kind = 'supergroup', members = [], bot = 'member', announced }: NewGroup = {}): TelegramGroup {
    const room = new Room({ id: id ?? this.nextGroupId(kind), type: kind, title: title ?? `群${this.count}` });
    this.world.rooms.set(room.id, room);
    const owner = members[0]?.wire ?? this.user({ name: '群主' }).wire;
    room.members.set(owner.id, 'creator');
    for (const member of members.slice(1)) room.members.set(member.id, 'member');
    const group = new TelegramGroup(this.world, room, owner, () => this.nextGroupId('supergroup'));
    if (bot === 'absent') return group;
    if (announced === true) {
      group.add(this.bot);
      if (bot === 'administrator') group.promote(this.bot);
    } else {
      room.botStatus = bot;
      room.botReadsAll = !this.world.privacyMode;
    }
    return group;
  }

  private nextGroupId(kind: 'group' | 'supergroup'): number {
    this.count += 1;
    return kind === 'group' ? -(4_200_000_000 + this.count) : -(1_002_200_000_000 + this.count);
  }

  /** As in BotFather; a group the bot is in already keeps what it had until the bot is removed and added again. */
  setPrivacyMode(on: boolean): void {
    this.world.privacyMode = on;
  }

  /** Off until called: `true` for Telegram's own limits. */
  limitRates(limits: boolean | Partial<RateLimits>): void {
    this.world.limiter.set(limits === false ? undefined : { ...TELEGRAM_LIMITS, ...(limits === true ? {} : limits) });
  }

  /** The next call (or `times` calls) goes wrong. */
  fail(fault: Fault): void {
    this.world.faults.add(fault);
  }

  clearFaults(): void {
    this.world.faults.clear();
  }

  setWebhookPauses(ms: readonly number[]): void {
    this.world.webhookPausesMs = ms;
  }

  setPressLifetime(seconds: number): void {
    this.world.pressLifetimeSeconds = seconds;
  }

  /** Every call the bot made, in order. */
  get calls(): readonly LoggedCall[] {
    return this.server.calls;
  }

  callsOf(method: string): LoggedCall[] {
    return this.server.calls.filter((call) => call.method.toLowerCase() === method.toLowerCase());
  }

  /** Every update made for the bot, in order. */
  get updates(): readonly WireUpdate[] {
    return this.world.updates.log;
  }

  /** How many updates the bot has not confirmed yet. */
  get pendingUpdates(): number {
    return this.world.updates.length;
  }

  /** Whether a getUpdates is waiting now. */
  get isPolled(): boolean {
    return this.world.longPoll.isWaiting;
  }

  /** Hands an update out once more, whatever the bot has confirmed. */
  redeliver(updateId: number | undefined): void {
    if (updateId === undefined) throw new Error('the bot never got that message, so it cannot get it again');
    this.world.updates.repeat(updateId);
  }

  messagesIn(chat: ChatRef): SeenMessage[] {
    const { messages } = this.world.room(chatIdOf(chat));
    return [...messages.values()].map((message) => seenMessage(message, this.world.files));
  }

  /** Of the bot, still there, in order. */
  botMessagesIn(chat: ChatRef): SeenMessage[] {
    return this.messagesIn(chat).filter(({ from, deleted }) => from === 'bot' && !deleted);
  }

  /** The list of commands that this person's app shows: in private, or in a group. */
  menuOf(user: TelegramUser, chat: ChatRef = user): readonly string[] {
    const language = user.wire.language_code ?? '';
    const shown = menuIn(this.world, this.world.room(chatIdOf(chat)), { id: user.id, language });
    return shown.map(({ command, description }) => `/${command} ${description}`);
  }

  fileBytes(fileId: string): Uint8Array | undefined {
    return this.world.files.bytes(fileId);
  }

  /** The latest message that fits, now or as soon as there is one. */
  waitForMessage(chat: ChatRef, fits: (message: SeenMessage) => boolean, timeoutMs = 30_000): Promise<SeenMessage> {
    return new Promise((resolve, reject) => {
      const look = (): boolean => {
        const found = this.messagesIn(chat).findLast(fits);
        if (!found) return false;
        clearTimeout(timer);
        unwatch();
        resolve(found);
        return true;
      };
      const giveUp = (): void => {
        unwatch();
        const there = this.messagesIn(chat).map(
          ({ from, text, deleted }) => `  ${from}: ${text}${deleted ? ' (deleted)' : ''}`,
        );
        reject(new Error(`no such message within ${timeoutMs} ms; in the chat are:\n${there.join('\n') || '  none'}`));
      };
      const timer = setTimeout(giveUp, timeoutMs);
      const unwatch = this.world.watch(() => look());
      look();
    });
  }
}

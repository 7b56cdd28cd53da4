import { CallbackQueries } from './callback-queries';
import { Faults } from './faults';
import { FileShelf } from './file-shelf';
import { LongPoll } from './long-poll';
import { botSees } from './privacy';
import { RateLimiter } from './rate-limits';
import type { Room } from './room';
import { type BotStatus, type StoredMessage } from './room';
import { UpdateQueue } from './update-queue';
import { WebhookCourier } from './webhook-courier';
import type { MemberStatus, WireContent, WireMember, WireUser } from './wire';

export interface WorldOptions {
  token: string;
  botUsername: string;
  botName: string;
  /** Milliseconds, as Date.now; what people can see. */
  now: () => number;
  /** Milliseconds that never jump; rate limits run on it. */
  machineMs: () => number;
}

export interface BotCommand {
  command: string;
  description: string;
}

/** The state of the emulated Telegram: people, chats, files, and what the bot has not yet heard. */
export class World {
  readonly bot: WireUser;
  readonly users = new Map<number, WireUser>();
  readonly rooms = new Map<number, Room>();
  readonly files = new FileShelf();
  readonly updates = new UpdateQueue(() => this.seconds());
  readonly longPoll = new LongPoll(this.updates);
  readonly faults = new Faults();
  readonly limiter: RateLimiter;
  readonly presses = new CallbackQueries(
    () => this.seconds(),
    () => this.pressLifetimeSeconds,
  );
  readonly courier: WebhookCourier;
  readonly commands = new Map<string, BotCommand[]>();
  privacyMode = true;
  pressLifetimeSeconds = 60;
  webhookPausesMs: readonly number[] = [1000, 2000, 4000, 8000, 16_000, 32_000, 60_000];
  /** Set by the server: runs a method that a webhook answered with. */
  onWebhookReply: (method: string, payload: Record<string, unknown>) => void = () => undefined;
  private readonly watchers = new Set<() => void>();

  constructor(readonly options: WorldOptions) {
    const { token, botUsername, botName } = options;
    this.bot = { id: Number(token.split(':')[0]), is_bot: true, first_name: botName, username: botUsername };
    this.limiter = new RateLimiter(options.machineMs);
    this.courier = new WebhookCourier({
      queue: this.updates,
      seconds: () => this.seconds(),
      pausesMs: () => this.webhookPausesMs,
      onReply: (method, payload) => this.onWebhookReply(method, payload),
    });
  }

  seconds(): number {
    return Math.floor(this.options.now() / 1000);
  }

  /** Something that people can see has changed. */
  changed(): void {
    for (const watcher of this.watchers) watcher();
  }

  watch(watcher: () => void): () => void {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  }

  room(id: number): Room {
    const found = this.rooms.get(id);
    if (!found) throw new Error(`there is no chat ${id} in the emulator`);
    return found;
  }

  /** A message by a person, or by Telegram in their name; answers the update's id if the bot sees it. */
  post(
    room: Room,
    from: WireUser,
    content: WireContent,
    replyTo?: number,
    topic?: number,
  ): [StoredMessage, number | undefined] {
    const message = room.add(from, this.seconds(), content, replyTo, topic);
    this.changed();
    const seen = botSees(room, message, this.bot);
    return [message, seen ? this.updates.add('message', room.toWire(message)) : undefined];
  }

  memberOf(room: Room, user: WireUser): WireMember {
    const status = user.id === this.bot.id ? this.botMemberStatus(room) : room.status(user.id);
    const admin = { can_be_edited: false, can_manage_chat: true, can_delete_messages: true, can_invite_users: true };
    if (status === 'kicked') return { status, user, until_date: 0 };
    return { status, user, ...(status === 'administrator' && admin) };
  }

  private botMemberStatus({ botStatus }: Room): MemberStatus {
    return botStatus === 'never' ? 'left' : botStatus;
  }

  /** Changes what the bot is in a chat and tells it. */
  setBotStatus(room: Room, status: BotStatus, by: WireUser): void {
    const before = this.memberOf(room, this.bot);
    if (!room.botIsIn) room.botReadsAll = !this.privacyMode;
    room.botStatus = status;
    const change = { chat: room.chat, from: by, date: this.seconds(), old_chat_member: before };
    this.updates.add('my_chat_member', { ...change, new_chat_member: this.memberOf(room, this.bot) });
    this.changed();
  }

  /** Changes what a person is in a group; a bot that is admin and asks for it is told. */
  setStatus(room: Room, user: WireUser, status: MemberStatus, by: WireUser): void {
    const before = this.memberOf(room, user);
    room.members.set(user.id, status);
    if (room.botStatus !== 'administrator') return;
    const change = { chat: room.chat, from: by, date: this.seconds(), old_chat_member: before };
    this.updates.add('chat_member', { ...change, new_chat_member: this.memberOf(room, user) });
  }
}

import { markEntities } from './formatted-text';
import type { CallbackAnswer } from './callback-queries';
import { botSees } from './privacy';
import type { Room, StoredMessage } from './room';
import type { WireContent, WireUser } from './wire';
import type { World } from './world';

/** A group, a person (their private chat with the bot), or a chat's id. */
export type ChatRef = number | { readonly id: number };
export type MessageRef = number | { readonly messageId: number };

/** What a person has sent. */
export interface SentMessage {
  chatId: number;
  messageId: number;
  /** Nothing when the bot doesn't get it, as by privacy mode. */
  updateId: number | undefined;
}

interface SayOptions {
  replyTo?: MessageRef | undefined;
  /** Of a forum. */
  topic?: number | undefined;
}

interface PhotoOptions extends SayOptions {
  caption?: string;
  mediaGroupId?: string;
}

interface DocumentOptions extends PhotoOptions {
  mime?: string;
  fileName?: string;
}

const PRESS_WAITS_MS = 10_000;

export const chatIdOf = (chat: ChatRef): number => (typeof chat === 'number' ? chat : chat.id);
const messageIdOf = (message: MessageRef): number => (typeof message === 'number' ? message : message.messageId);

const captioned = ({ caption, mediaGroupId }: PhotoOptions): WireContent => ({
  ...(caption !== undefined && { caption, caption_entities: markEntities(caption) }),
  ...(mediaGroupId !== undefined && { media_group_id: mediaGroupId }),
});

/** A person with Telegram in hand. */
export class TelegramUser {
  constructor(
    private readonly world: World,
    readonly wire: WireUser,
  ) {}

  get id(): number {
    return this.wire.id;
  }

  get name(): string {
    return this.wire.first_name;
  }

  /** Where this person may write; a migrated group is followed, as their app does. */
  private writable(chat: ChatRef): Room {
    const room = this.world.room(chatIdOf(chat));
    if (room.migratedTo !== undefined) return this.writable(room.migratedTo);
    if (!room.has(this.id)) throw new Error(`${this.name} is not in the chat "${room.chat.title ?? room.id}"`);
    if (room.isPrivate && room.botStatus === 'kicked') throw new Error(`${this.name} has blocked the bot`);
    if (room.isPrivate) room.botStatus = 'member';
    return room;
  }

  private send(chat: ChatRef, content: WireContent, { replyTo, topic }: SayOptions): SentMessage {
    const room = this.writable(chat);
    const [message, updateId] = this.world.post(
      room,
      this.wire,
      content,
      replyTo === undefined ? undefined : messageIdOf(replyTo),
      topic,
    );
    return { chatId: room.id, messageId: message.wire.message_id, updateId };
  }

  /** Opens the private chat (again): from now on the bot may write to this person. */
  startsBot(payload?: string): SentMessage {
    const room = this.world.room(this.id);
    if (room.botStatus === 'kicked') this.world.setBotStatus(room, 'member', this.wire);
    return this.says(this, payload === undefined ? '/start' : `/start ${payload}`);
  }

  blocksBot(): void {
    this.world.setBotStatus(this.world.room(this.id), 'kicked', this.wire);
  }

  says(chat: ChatRef, text: string, options: SayOptions = {}): SentMessage {
    const entities = markEntities(text);
    return this.send(chat, { text, ...(entities.length > 0 && { entities }) }, options);
  }

  sendsPhoto(chat: ChatRef, bytes: Uint8Array, options: PhotoOptions = {}): SentMessage {
    return this.send(chat, { photo: this.world.files.addPhoto(bytes), ...captioned(options) }, options);
  }

  /** A picture sent as a file keeps its metadata. */
  sendsDocument(chat: ChatRef, bytes: Uint8Array, options: DocumentOptions = {}): SentMessage {
    const { mime = 'application/octet-stream', fileName = 'file.bin' } = options;
    const document = this.world.files.addDocument({ bytes, name: fileName, mime });
    return this.send(chat, { document, ...captioned(options) }, options);
  }

  sendsLocation(chat: ChatRef, latitude: number, longitude: number, options: SayOptions = {}): SentMessage {
    return this.send(chat, { location: { latitude, longitude } }, options);
  }

  sendsVoice(chat: ChatRef, bytes: Uint8Array, options: SayOptions & { seconds?: number } = {}): SentMessage {
    return this.send(chat, { voice: this.world.files.addVoice(bytes, options.seconds ?? 3) }, options);
  }

  /** Changes the words (or the caption) of an own message. */
  edits({ chatId, messageId }: { chatId: number; messageId: number }, text: string): SentMessage {
    const room = this.writable(chatId);
    const message = this.own(room, messageId);
    const marked = markEntities(text);
    message.wire =
      message.wire.text === undefined
        ? { ...message.wire, caption: text, caption_entities: marked, edit_date: this.world.seconds() }
        : { ...message.wire, text, entities: marked, edit_date: this.world.seconds() };
    this.world.changed();
    const seen = botSees(room, message, this.world.bot);
    const updateId = seen ? this.world.updates.add('edited_message', room.toWire(message)) : undefined;
    return { chatId: room.id, messageId, updateId };
  }

  /** Takes back an own message; Telegram tells bots nothing of it. */
  deletes({ chatId, messageId }: { chatId: number; messageId: number }): void {
    this.own(this.writable(chatId), messageId).deleted = true;
    this.world.changed();
  }

  private own(room: Room, messageId: number): StoredMessage {
    const message = room.find(messageId);
    if (message?.wire.from.id !== this.id) throw new Error(`${this.name} has no message ${messageId} there`);
    return message;
  }

  /** Presses a button by its words or data; resolves with the bot's answer, or nothing if none comes in time. */
  presses(
    message: { chatId: number; messageId: number },
    button: string,
    { waitsMs = PRESS_WAITS_MS }: { waitsMs?: number } = {},
  ): Promise<CallbackAnswer | undefined> {
    const room = this.writable(message.chatId);
    const found = room.find(message.messageId);
    const buttons = found?.wire.reply_markup?.inline_keyboard.flat() ?? [];
    const pressed = buttons.find(({ text, callback_data }) => text === button || callback_data === button);
    if (!found || pressed?.callback_data === undefined) {
      const there = buttons.map(({ text }) => `"${text}"`).join(', ');
      throw new Error(`no button "${button}" on message ${message.messageId}; there are: ${there || 'none'}`);
    }
    const data = pressed.callback_data;
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(undefined), waitsMs).unref();
      const id = this.world.presses.ask((answer) => {
        clearTimeout(timer);
        resolve(answer);
      });
      const query = { id, from: this.wire, message: room.toWire(found), chat_instance: String(room.id), data };
      this.world.updates.add('callback_query', query);
    });
  }

  joins(group: ChatRef): void {
    const room = this.world.room(chatIdOf(group));
    this.world.setStatus(room, this.wire, 'member', this.wire);
    this.world.post(room, this.wire, { new_chat_members: [this.wire] });
  }

  leaves(group: ChatRef): void {
    const room = this.world.room(chatIdOf(group));
    this.world.post(room, this.wire, { left_chat_member: this.wire });
    this.world.setStatus(room, this.wire, 'left', this.wire);
  }
}

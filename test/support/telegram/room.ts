import type { MemberStatus, WireChat, WireContent, WireMessage, WireUser } from './wire';

export interface StoredMessage {
  /** As the bot gets it, without the message it replies to. */
  wire: WireMessage;
  replyTo: number | undefined;
  deleted: boolean;
}

export type BotStatus = 'never' | MemberStatus;

/** One chat: a group, or the private chat of one person with the bot. */
export class Room {
  readonly messages = new Map<number, StoredMessage>();
  readonly members = new Map<number, MemberStatus>();
  /** Of a forum, but the General one: each bears the number of the message that opened it. */
  readonly topics = new Set<number>();
  botStatus: BotStatus = 'never';
  /** Privacy mode is read when the bot joins: changing it later needs removing and adding it again. */
  botReadsAll = false;
  migratedTo: number | undefined;
  private lastMessageId = 0;

  constructor(readonly chat: WireChat) {}

  get id(): number {
    return this.chat.id;
  }

  get isPrivate(): boolean {
    return this.chat.type === 'private';
  }

  get botIsIn(): boolean {
    return this.botStatus === 'member' || this.botStatus === 'administrator';
  }

  has(userId: number): boolean {
    return this.isPrivate ? userId === this.id : ['creator', 'administrator', 'member'].includes(this.status(userId));
  }

  status(userId: number): MemberStatus {
    return this.members.get(userId) ?? 'left';
  }

  /** What answers a message of a topic stands in that topic, whoever sent it. */
  private topicOf(topic: number | undefined, replyTo: number | undefined): Partial<WireMessage> {
    const id = topic ?? this.find(replyTo)?.wire.message_thread_id;
    return id === undefined ? {} : { message_thread_id: id, is_topic_message: true };
  }

  add(from: WireUser, date: number, content: WireContent, replyTo?: number, topic?: number): StoredMessage {
    this.lastMessageId += 1;
    const place = this.topicOf(topic, replyTo);
    const wire: WireMessage = { message_id: this.lastMessageId, from, chat: this.chat, date, ...content, ...place };
    const stored = { wire, replyTo, deleted: false };
    this.messages.set(this.lastMessageId, stored);
    return stored;
  }

  /** A message that is still there. */
  find(messageId: number | undefined): StoredMessage | undefined {
    const found = messageId === undefined ? undefined : this.messages.get(messageId);
    return found?.deleted === false ? found : undefined;
  }

  /** As sent to the bot: with the message replied to, one level deep. */
  toWire({ wire, replyTo }: StoredMessage): WireMessage {
    // In a forum, what answers nothing "answers" the message that opened its topic.
    const repliedTo = this.find(replyTo ?? wire.message_thread_id);
    return { ...wire, ...(repliedTo && { reply_to_message: repliedTo.wire }) };
  }
}

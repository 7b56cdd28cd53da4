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

  add(from: WireUser, date: number, content: WireContent, replyTo?: number): StoredMessage {
    this.lastMessageId += 1;
    const wire: WireMessage = { message_id: this.lastMessageId, from, chat: this.chat, date, ...content };
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
    const repliedTo = this.find(replyTo);
    return { ...wire, ...(repliedTo && { reply_to_message: repliedTo.wire }) };
  }
}

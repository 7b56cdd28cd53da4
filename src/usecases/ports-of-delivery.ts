import type { MatterRef, Say } from '../domain/decision';
import type { ChatId, MatterId, MessageId, Moment, PersonId, PhotoId } from '../domain/ids';
import type { InboundChat } from './inbound';

export interface ChatRecord extends InboundChat {
  /** The platform's own id of the chat; changes on migration. */
  readonly nativeId: string;
  readonly account: string;
  /** Whose private chat it is. */
  readonly person: PersonId | null;
  readonly state: 'active' | 'gone';
}

/** A row of the outbox before it is stored: a say, for one chat, because of one matter. */
export interface OutboxDraft {
  /** (matter, rule, step, recipient): unique. */
  readonly effect: string;
  readonly chat: ChatId;
  readonly person: PersonId | null;
  readonly matter: MatterRef | null;
  readonly matterVersion: number;
  readonly say: Say;
}

export type OutboxState = 'ready' | 'sending' | 'sent' | 'given-up';

export interface OutboxRow extends OutboxDraft {
  readonly id: MessageId;
  readonly state: OutboxState;
  readonly attempts: number;
  /** Sends that were interrupted and may have arrived twice. */
  readonly doubles: number;
  /** Machine time before which it is not tried. */
  readonly notBefore: Date;
  readonly createdAt: Date;
  /** The platform's ids of what was sent. */
  readonly sentAs: readonly string[];
  readonly sentAt: Date | null;
  readonly lastError: string | null;
  /** Photos that were not there yet when it was sent. */
  readonly withoutPhotos: readonly PhotoId[];
  /** The first of the rows with which it was said as one question; null: it was said by itself. */
  readonly within: MessageId | null;
  /** It was said as a line of a list; null: it was not. */
  readonly list: ListSent | null;
}

/** A message that several rows share, none of which it is. */
export interface ListSent {
  readonly first: MessageId;
  /** The platform's ids of it. */
  readonly as: readonly string[];
}

/** What one message can say: what waited for the morning, how things came out, the cards or the notices of a busy group. */
export type TogetherKind = true | 'call-backs' | 'group-cards' | 'group-notices';

export interface SentHow {
  /** It asked a rider how something came out, at this program time, perhaps as one of several. */
  readonly asked?: { readonly at: Date; readonly within: MessageId | null };
  readonly list?: ListSent;
}

export interface Outbox {
  /** The chat's next row that may be sent now: critical first, otherwise in order; order is kept within a matter. Null: nothing now. */
  next(chat: ChatId, now: { program: Date; machine: Date }): Promise<OutboxRow | null>;
  /** Rows of the chat of one kind that may be said in one message now, oldest first. */
  together(chat: ChatId, kind: TogetherKind, now: { program: Date; machine: Date }): Promise<readonly OutboxRow[]>;
  /** ready|sending -> sending, under the drain's fencing number. False when somebody else has it. */
  begin(id: MessageId, fence: number): Promise<boolean>;
  sent(id: MessageId, as: readonly string[], how?: SentHow): Promise<void>;
  /** Held back until this program time. */
  hold(id: MessageId, until: Date): Promise<void>;
  /** Program times at which the chat's rider was last asked how something came out, and will be asked next. */
  askedOf(chat: ChatId, now: Date): Promise<{ readonly lastAt: Date | null; readonly nextAt: Date | null }>;
  /** The rows that were said as one question with this one. */
  within(first: MessageId): Promise<readonly OutboxRow[]>;
  /** The lines of the list that begins with this row, in order. */
  linesOf(first: MessageId): Promise<readonly OutboxRow[]>;
  /** Not sent: tried again at `notBefore` (machine time). */
  postpone(id: MessageId, notBefore: Date, why: string): Promise<void>;
  /** Perhaps sent, the answer was lost: it stays `sending` until `notBefore`, so that the next try counts as a double. */
  interrupted(id: MessageId, notBefore: Date, why: string): Promise<void>;
  giveUp(id: MessageId, why: string): Promise<void>;
  /** Given up for now: the person can't be reached in private. */
  unreachable(id: MessageId, why: string): Promise<void>;
  /** What this person could not be told, in any of their chats. */
  unheardBy(person: PersonId): Promise<readonly OutboxRow[]>;
  /** The person can be reached again: what could not be said since then is to be said. Returns how much. */
  revive(chat: ChatId, since: Date): Promise<number>;
  /** It is being sent without these photos, which are still on their way. */
  goesWithout(id: MessageId, photos: readonly PhotoId[]): Promise<void>;
  /** Rows that went, or are going, without this photo. */
  without(photo: PhotoId): Promise<readonly OutboxRow[]>;
  byId(id: MessageId): Promise<OutboxRow | null>;
  /** Our message that the platform knows by this id in this chat. */
  bySentAs(chat: ChatId, nativeMessageId: string): Promise<OutboxRow | null>;
  /** The card's first send: where it is now. */
  card(matter: MatterId, card: string, chat: ChatId): Promise<OutboxRow | null>;
  /** The newest sent question of a private chat that is not answered. */
  openQuestion(chat: ChatId): Promise<OutboxRow | null>;
  /** The same question asked again is answered with it; `alone`: not the one that this answer led to. */
  closeQuestion(id: MessageId, how?: { readonly alone: boolean }): Promise<void>;
  /** What was said of these matters, or is still to be said, that shows somebody lost and is not being taken back yet. */
  shown(matters: readonly MatterId[]): Promise<readonly OutboxRow[]>;
  /** The rows that take back what was said because of this matter. */
  recallsOf(matter: MatterId): Promise<readonly OutboxRow[]>;
  /**
   * Machine time at which the chat's first waiting row may be tried (a row held back to a program time counts at the
   * program clock's present pace); null: none waits. Asked when `next` has nothing, so rows due now are not looked for.
   */
  nextTry(chat: ChatId, now: { program: Date; machine: Date }): Promise<Date | null>;
  /** Chats with rows that may be sent now, or whose sending was interrupted. */
  chatsDue(now: { program: Date; machine: Date }, limit: number): Promise<readonly ChatId[]>;
  /** The earliest program time for which a row is held back, after `after`. */
  nextHeld(after: Date): Promise<Date | null>;
  undelivered(limit: number): Promise<readonly OutboxRow[]>;
  /** What was given up, the newest first. */
  givenUp(limit: number): Promise<readonly OutboxRow[]>;
  /** A director wishes that one that was given up is tried again; null: it is not given up (any more). */
  again(id: MessageId): Promise<Pick<OutboxRow, 'chat' | 'say'> | null>;
  /** What platforms took since then (machine time), message by message. */
  sentSince(since: Date): Promise<readonly { readonly chat: ChatId; readonly at: Date; readonly messages: number }[]>;
  /** Machine time at which the oldest row was made that may be sent now and is not; null: none waits. */
  oldestDue(now: { program: Date; machine: Date }): Promise<Date | null>;
  counts(): Promise<{ undelivered: number; doubles: number; givenUp: number }>;
  /** Adds rows outside a decision (an answer to a command, a greeting); a known effect changes nothing. */
  add(
    drafts: readonly OutboxDraft[],
  ): Promise<readonly { readonly id: MessageId; readonly chat: ChatId; readonly urgency: Say['urgency'] }[]>;
}

/** The alarm clock and the postman. Losing it delays, never loses. */
export interface WakeUps {
  /** `critical` chats are also drained directly, without the queue. */
  drain(chats: readonly { chat: ChatId; urgency: Say['urgency'] }[]): Promise<void>;
  wake(matter: MatterRef, version: number, dueAt: Moment): Promise<void>;
  fetchPhotos(ids: readonly PhotoId[]): Promise<void>;
}

/** Text and choices for one chat, as a platform sends it. */
export interface Outgoing {
  readonly id: MessageId;
  readonly chat: ChatRecord;
  readonly text: string;
  readonly choices: readonly { readonly id: string; readonly label: string }[];
  readonly photos: readonly { readonly id: PhotoId; readonly bytes: Buffer }[];
  /** The platform's id of the message answered. */
  readonly replyTo: string | null;
  /** The number of the matter it speaks of. */
  readonly number: number | null;
}

/** A refusal by the platform; a failure of the network is thrown. */
export type SendOutcome =
  | { readonly kind: 'sent'; readonly as: readonly string[] }
  /** The person never wrote to the bot, or blocked it. `byNature`: nobody could mend that, so no incident is made of it. */
  | { readonly kind: 'unreachable'; readonly why: string; readonly byNature?: true }
  /** The chat or message is gone for good. */
  | { readonly kind: 'gone'; readonly why: string }
  | { readonly kind: 'migrated'; readonly to: string }
  | { readonly kind: 'wait'; readonly ms: number }
  /** The platform will never take this message. */
  | { readonly kind: 'refused'; readonly why: string };

/** What came of taking a message back. */
export type RemoveOutcome =
  /** It is to be seen no more; also when it was gone before. */
  | { readonly kind: 'removed' }
  /** The platform does not take these parts of it back (any more). */
  | { readonly kind: 'stands'; readonly why: string; readonly left: readonly string[] }
  | Exclude<SendOutcome, { readonly kind: 'sent' | 'refused' }>;

export interface Capabilities {
  readonly buttons: boolean;
  readonly edits: boolean;
  /** Takes its own messages back, for as long as the platform lets it. */
  readonly removes: boolean;
  /** Puts other words and no picture into the place of its own messages. */
  readonly redacts: boolean;
  readonly maxText: number;
  /** Machine-time budget: sends a second in all, and a minute in one group. */
  readonly perSecond: number;
  readonly perChatPerSecond: number;
  readonly perGroupPerMinute: number;
}

/**
 * Thrown by a platform when a request went out and no answer came back: the message may have arrived. Any other throw
 * means that it did not (refused connection, 5xx).
 */
export class AnswerLost extends Error {
  override readonly name = 'AnswerLost';
}

export interface Platform {
  readonly name: string;
  readonly capabilities: Capabilities;
  /** Throws when the network or the platform fails; `AnswerLost` when it may have been done all the same. */
  send(message: Outgoing): Promise<SendOutcome>;
  edit(message: Outgoing, as: readonly string[]): Promise<SendOutcome>;
  /** Takes messages of ours back for everyone who sees the chat; again changes nothing. Asked only of one that `removes`. */
  remove(chat: ChatRecord, as: readonly string[]): Promise<RemoveOutcome>;
  /** Words in the place of messages, pictures and choices; again changes nothing. Asked only of one that `redacts`. */
  redact(message: Outgoing, as: readonly string[]): Promise<SendOutcome>;
  /** The bytes of a file; throws when it cannot be had now, null when it is gone for good. `maxBytes` is never exceeded. */
  fetch(ref: string, maxBytes: number): Promise<Buffer | null>;
  /** What was fetched is kept with us, or never will be: the platform need not hold it any longer. */
  letGo?(ref: string): Promise<void>;
}

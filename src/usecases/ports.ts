import type { ChatPurpose, Community, DutyChange, Person, Role } from '../domain/community/community';
import type {
  AccountId,
  Guard,
  GuardWrite,
  MatterEvent,
  MatterKind,
  MatterRef,
  Posting,
  Say,
} from '../domain/decision';
import type { AreaId, ChatId, MatterId, MessageId, Moment, PersonId, PhotoId, WordsId } from '../domain/ids';
import type { InboundChat, InboundSender, MediaSource } from './inbound';

/** The program's clock: everything people can see. The sandbox moves it; its offset is in the database. */
export interface Clock {
  now(): Date;
}

/** A matter as stored: its state is the fold of its events. */
export interface Stored<State> {
  readonly ref: MatterRef;
  readonly version: number;
  readonly state: State;
}

export interface MatterChange {
  readonly ref: MatterRef;
  /** 0: the matter begins here. */
  readonly expectedVersion: number;
  readonly state: unknown;
  readonly events: readonly MatterEvent[];
  /** From `nextDue`; null: nothing falls due. */
  readonly dueAt: Moment | null;
  /** Finds: open matters of a person, of an area. */
  readonly index: {
    readonly open: boolean;
    readonly people: readonly PersonId[];
    readonly owner: PersonId | null;
    readonly category: string | null;
    readonly area: AreaId | null;
  };
}

/** Words of a person; kept apart from events so that they can be erased. */
export interface WordsDocument {
  readonly id: WordsId;
  readonly matter: MatterId;
  readonly by: PersonId;
  readonly text: string;
  readonly at: Moment;
}

export interface PhotoWanted {
  readonly id: PhotoId;
  readonly matter: MatterId;
  readonly by: PersonId;
  readonly source: MediaSource;
  readonly at: Moment;
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

export interface Commit {
  /** The key of the message or tick that caused it; null only for use cases that are repeat-safe by themselves. */
  readonly cause: string;
  readonly changes: readonly MatterChange[];
  readonly words: readonly WordsDocument[];
  readonly photos: readonly PhotoWanted[];
  readonly outbox: readonly OutboxDraft[];
  readonly postings: readonly Posting[];
  readonly guards: readonly GuardWrite[];
  /** People who must exist from now on (guests who became reporters). */
  readonly people: readonly Person[];
}

export type CommitOutcome =
  | {
      readonly kind: 'committed';
      readonly rows: readonly { readonly id: MessageId; readonly chat: ChatId; readonly urgency: Say['urgency'] }[];
    }
  /** The cause was committed before: nothing changed. */
  | { readonly kind: 'repeated' }
  /** A version, a guard or a floor was not as the decision saw it: decide again on fresh state. */
  | { readonly kind: 'conflict' };

export interface UnitOfWork {
  /** One transaction, writes only. Throws on an outage; nothing is then written, or all of it. */
  commit(commit: Commit): Promise<CommitOutcome>;
}

export interface MatterQuery {
  readonly kind?: MatterKind;
  readonly person?: PersonId;
  readonly owner?: PersonId;
  readonly open?: boolean;
  readonly limit: number;
}

export interface Matters {
  handled(cause: string): Promise<boolean>;
  load<State>(id: MatterId): Promise<Stored<State> | null>;
  byNumber<State>(number: number): Promise<Stored<State> | null>;
  find<State>(query: MatterQuery): Promise<readonly Stored<State>[]>;
  events(id: MatterId): Promise<readonly MatterEvent[]>;
  guards(ids: readonly string[]): Promise<readonly Guard[]>;
  /** Due at or before `at`, earliest first. */
  due(
    at: Moment,
    limit: number,
  ): Promise<readonly { readonly ref: MatterRef; readonly version: number; readonly dueAt: Moment }[]>;
}

export interface Words {
  /** Keeps words that belong to no decision (a call for staff). */
  keep(words: WordsDocument): Promise<void>;
  byIds(ids: readonly WordsId[]): Promise<readonly WordsDocument[]>;
}

export interface Photos {
  /** JPEG without metadata; null while it is not fetched or after it was refused. `size` preview is at most 320 px wide. */
  read(id: PhotoId, size: 'full' | 'preview'): Promise<Buffer | null>;
  /** Strips metadata (place first), makes the preview, stores both. Returns why not, when the bytes are no photo. */
  keep(id: PhotoId, bytes: Buffer): Promise<'kept' | 'type' | 'size' | 'broken'>;
  wanted(limit: number): Promise<readonly PhotoWanted[]>;
  /** Records a failed fetch; after the last try the photo is given up, visibly. */
  failed(id: PhotoId, why: string): Promise<void>;
  /** It will never be had: too large, or gone from the platform. */
  refuse(id: PhotoId, why: string): Promise<void>;
  byId(id: PhotoId): Promise<{
    readonly id: PhotoId;
    readonly matter: MatterId;
    readonly by: PersonId;
    readonly state: 'wanted' | 'kept' | 'refused' | 'given-up';
    readonly place: { lat: number; lng: number } | null;
    readonly source: MediaSource;
  } | null>;
}

/** Numbers from #101, drawn in blocks outside any transaction; gaps are allowed. */
export interface Numbers {
  next(): Promise<number>;
}

export interface ChatRecord extends InboundChat {
  /** The platform's own id of the chat; changes on migration. */
  readonly nativeId: string;
  readonly account: string;
  /** Whose private chat it is. */
  readonly person: PersonId | null;
  readonly state: 'active' | 'gone';
}

export interface Chats {
  /** From memory when known; stores an unknown chat once. */
  resolve(chat: {
    platform: string;
    account: string;
    nativeId: string;
    kind: 'group' | 'private';
    title: string;
    person: PersonId | null;
  }): Promise<ChatRecord>;
  byId(id: ChatId): Promise<ChatRecord | null>;
  /** Private chats of a person, the one last used first. */
  privateChats(person: PersonId): Promise<readonly ChatRecord[]>;
  groups(): Promise<readonly ChatRecord[]>;
  bind(id: ChatId, to: { purpose: ChatPurpose; area: AreaId }): Promise<void>;
  migrate(platform: string, from: string, to: string): Promise<void>;
  mark(id: ChatId, state: 'active' | 'gone'): Promise<void>;
  /** True the first time for this chat and purpose (a greeting, one mention a day), false ever after. */
  once(id: ChatId, what: string): Promise<boolean>;
}

export interface People {
  /** From memory when known; an unknown identity gets a stable guest id without any write. */
  identify(identity: {
    platform: string;
    nativeId: string;
    name: string;
  }): Promise<{ person: PersonId; known: boolean }>;
  /**
   * The person who spoke, stored from now on with identity and private chat; a guest when new. Idempotent, and without
   * a read once known. Called only when what was said matters.
   */
  meet(sender: InboundSender): Promise<Person>;
  byId(id: PersonId): Promise<Person | null>;
  byIds(ids: readonly PersonId[]): Promise<readonly Person[]>;
  byName(name: string): Promise<readonly Person[]>;
  grant(person: PersonId, name: string, role: Role, area: AreaId): Promise<void>;
  bindIdentity(person: PersonId, identity: { platform: string; nativeId: string }): Promise<void>;
  changeDuty(change: DutyChange): Promise<void>;
}

/** The community's snapshot; the same object until something in it changes. */
export interface Communities {
  current(): Promise<Community>;
}

export interface InviteCode {
  readonly code: string;
  readonly role: Role | 'group';
  readonly area: AreaId;
  readonly purpose: ChatPurpose | null;
  readonly until: Moment;
}

export interface Invites {
  make(invite: Omit<InviteCode, 'code'>): Promise<InviteCode>;
  /** Takes the code, once; null when unknown, used or expired. */
  take(code: string, at: Moment): Promise<InviteCode | null>;
  look(code: string, at: Moment): Promise<InviteCode | null>;
}

export interface Ledger {
  balance(account: AccountId): Promise<number>;
  statement(
    account: AccountId,
    limit: number,
  ): Promise<readonly (Posting & { readonly balance: number; readonly points: number })[]>;
  books(): Promise<{ sum: number; accounts: readonly { id: AccountId; balance: number }[]; entries: number }>;
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
}

export interface Outbox {
  /** The chat's next row that may be sent now: critical first, otherwise in order; order is kept within a matter. Null: nothing now. */
  next(chat: ChatId, now: { program: Date; machine: Date }): Promise<OutboxRow | null>;
  /** ready|sending -> sending, under the drain's fencing number. False when somebody else has it. */
  begin(id: MessageId, fence: number): Promise<boolean>;
  sent(id: MessageId, as: readonly string[]): Promise<void>;
  /** Not sent: tried again at `notBefore` (machine time). */
  postpone(id: MessageId, notBefore: Date, why: string): Promise<void>;
  /** Perhaps sent, the answer was lost: it stays `sending` until `notBefore`, so that the next try counts as a double. */
  interrupted(id: MessageId, notBefore: Date, why: string): Promise<void>;
  giveUp(id: MessageId, why: string): Promise<void>;
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
  closeQuestion(id: MessageId): Promise<void>;
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
  counts(): Promise<{ undelivered: number; doubles: number; givenUp: number }>;
  /** Adds rows outside a decision (an answer to a command, a greeting); a known effect changes nothing. */
  add(
    drafts: readonly OutboxDraft[],
  ): Promise<readonly { readonly id: MessageId; readonly chat: ChatId; readonly urgency: Say['urgency'] }[]>;
}

/** A lease with a fencing number, on the machine's clock. */
export interface Lease {
  readonly name: string;
  readonly fence: number;
}

export interface Leases {
  /** Null when somebody else holds it. */
  take(name: string, holder: string, ttlMs: number): Promise<Lease | null>;
  /** False when it was lost. */
  renew(lease: Lease, ttlMs: number): Promise<boolean>;
  release(lease: Lease): Promise<void>;
}

/** What went wrong for good, shown to staff; one open incident a subject. */
export interface Incidents {
  open(subject: string, what: string, mend: string): Promise<void>;
  close(subject: string): Promise<void>;
  list(): Promise<readonly { subject: string; what: string; mend: string; since: Date; times: number }[]>;
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
  /** The person never wrote to the bot, or blocked it. */
  | { readonly kind: 'unreachable'; readonly why: string }
  /** The chat or message is gone for good. */
  | { readonly kind: 'gone'; readonly why: string }
  | { readonly kind: 'migrated'; readonly to: string }
  | { readonly kind: 'wait'; readonly ms: number }
  /** The platform will never take this message. */
  | { readonly kind: 'refused'; readonly why: string };

export interface Capabilities {
  readonly buttons: boolean;
  readonly edits: boolean;
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
  /** The bytes of a file; throws when it cannot be had now, null when it is gone for good. `maxBytes` is never exceeded. */
  fetch(ref: string, maxBytes: number): Promise<Buffer | null>;
}

export interface Logger {
  info(data: object, message: string): void;
  warn(data: object, message: string): void;
  error(data: object, message: string): void;
}

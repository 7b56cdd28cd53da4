import type { ChatPurpose, Community, DutyChange, Person, Role, SpokenLanguage } from '../domain/community/community';
import type { Guard, GuardWrite, MatterEvent, MatterKind, MatterRef, Say } from '../domain/decision';
import type { Posting } from '../domain/points/posting';
import type { AreaId, ChatId, MatterId, MessageId, Moment, PersonId, PhotoId, WordsId } from '../domain/ids';
import type { Spot } from '../domain/photos/distance';
import type { PictureFacts } from '../domain/photos/look-alike';
import type { TakenAt } from '../domain/photos/taken-at';
import type { InboundSender, MediaSource } from './inbound';
import type { MarkChange } from '../domain/rounds/mark';
import type { ChatRecord, OutboxDraft } from './ports-of-delivery';
import type { Voices } from './ports-of-voices';

export * from './ports-of-books';
export * from './ports-of-delivery';
export * from './ports-of-invites';
export * from './ports-of-recomputing';
export * from './ports-of-the-house';

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
  /** It was to happen then and happens only now; staff are told of it, see `Matters.late`. */
  readonly lateSince?: Moment;
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
  /** What is known of somebody in care: stored sealed, and opened only to be said. */
  readonly sealed?: true;
}

export interface PhotoWanted {
  readonly id: PhotoId;
  readonly matter: MatterId;
  readonly by: PersonId;
  readonly source: MediaSource;
  readonly at: Moment;
}

/** A photo with what became of it; the facts are known once it is kept. */
export interface PhotoKept extends PhotoWanted, PictureFacts {
  readonly state: 'wanted' | 'kept' | 'refused' | 'given-up';
  readonly place: Spot | null;
  readonly taken: TakenAt | null;
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
  /** Marks of households in a round; each with its own version. */
  readonly marks?: readonly MarkChange[];
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
  /** Tickets that this person follows, and did not report. */
  readonly follower?: PersonId;
  readonly category?: string | null;
  readonly open?: boolean;
  readonly limit: number;
}

export interface Matters {
  handled(cause: string): Promise<boolean>;
  /** What a message led to: the matter, with what happened to it then. Null: nothing was committed because of it. */
  causedBy(
    cause: string,
  ): Promise<{ readonly matter: MatterId | null; readonly events: readonly MatterEvent[] } | null>;
  load<State>(id: MatterId): Promise<Stored<State> | null>;
  /** Those of these that are there, in any order. */
  loadMany(ids: readonly MatterId[]): Promise<readonly Stored<unknown>[]>;
  byNumber<State>(number: number): Promise<Stored<State> | null>;
  find<State>(query: MatterQuery): Promise<readonly Stored<State>[]>;
  events(id: MatterId): Promise<readonly MatterEvent[]>;
  /** Open tickets and topics with a number above `after`, the lowest first. */
  openClocked(after: number, limit: number): Promise<readonly (Stored<unknown> & { readonly dueAt: Moment | null })[]>;
  /** Another due moment for a matter that is still at this version; nothing else of it changes. */
  reschedule(id: MatterId, version: number, dueAt: Moment | null): Promise<void>;
  guards(ids: readonly string[]): Promise<readonly Guard[]>;
  /** Those whose ids begin so. */
  guardsFrom(prefix: string, limit: number): Promise<readonly Guard[]>;
  /** Due at or before `at`, earliest first. */
  due(
    at: Moment,
    limit: number,
  ): Promise<readonly { readonly ref: MatterRef; readonly version: number; readonly dueAt: Moment }[]>;
  /** What happened late and staff have not been told of, the earliest first. */
  late(): Promise<readonly { readonly ref: MatterRef; readonly since: Moment }[]>;
  /** Staff have been told of all of it up to this one. */
  lateTold(last: Moment): Promise<void>;
}

export interface Words {
  /** Keeps words that belong to no decision (a call for staff). */
  keep(words: WordsDocument): Promise<void>;
  /** Sealed words come opened; those that this process has no key to are left out, and staff are told. */
  byIds(ids: readonly WordsId[]): Promise<readonly WordsDocument[]>;
}

export interface Photos extends Voices {
  /** JPEG without metadata; null while it is not fetched or after it was refused. `size` preview is at most 320 px wide. */
  read(id: PhotoId, size: 'full' | 'preview'): Promise<Buffer | null>;
  /**
   * Strips metadata (place first), makes the preview, stores both. Returns why not, when the bytes are no photo. A voice
   * is stored as it is.
   */
  keep(id: PhotoId, bytes: Buffer): Promise<'kept' | 'type' | 'size' | 'broken'>;
  wanted(limit: number): Promise<readonly PhotoWanted[]>;
  /** Records a failed fetch; after the last try the photo is given up, visibly. */
  failed(id: PhotoId, why: string): Promise<void>;
  /** It will never be had: too large, or gone from the platform. */
  refuse(id: PhotoId, why: string): Promise<void>;
  byId(id: PhotoId): Promise<PhotoKept | null>;
  byIds(ids: readonly PhotoId[]): Promise<readonly PhotoKept[]>;
}

/** Numbers from #101, drawn in blocks outside any transaction; gaps are allowed. */
export interface Numbers {
  next(): Promise<number>;
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
  /** Those of them in which the person has written, so that they can be written to. */
  usedChats(person: PersonId): Promise<readonly ChatRecord[]>;
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
  /** What somebody wishes to be spoken to in. */
  speakTo(person: PersonId, language: SpokenLanguage): Promise<void>;
  /** Where somebody lives, as staff found. */
  livesIn(person: PersonId, building: AreaId): Promise<void>;
  /** The name somebody has in the honours; null: they are not named. */
  nameForHonours(person: PersonId, name: string | null): Promise<void>;
  /** Those of them who chose a name. */
  honourNames(people: readonly PersonId[]): Promise<ReadonlyMap<PersonId, string>>;
  bindIdentity(person: PersonId, identity: { platform: string; nativeId: string }): Promise<void>;
  changeDuty(change: DutyChange): Promise<void>;
  /** Whether this person is asked in private when somebody is looked for. */
  wishToSearch(person: PersonId, yes: boolean): Promise<void>;
  /** Everybody who wished so, and riders on shift who did not wish not to be. */
  searchHelpers(now: Moment): Promise<readonly Person[]>;
  /** A rider's station; until when their shift lasts, null: it is over. What is not given stays. */
  setShift(person: PersonId, shift: { readonly station?: AreaId; readonly until?: Moment | null }): Promise<void>;
}

/** The community's snapshot; the same object until something in it changes. */
export interface Communities {
  current(): Promise<Community>;
}

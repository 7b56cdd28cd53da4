import type { MatterId, Moment, PersonId, WordsId } from '../domain/ids';

/** What somebody said of having all erased that is kept on them. */
export interface Erasure {
  readonly person: PersonId;
  readonly askedAt: Moment;
  /** When it is done; null: they were told what would be lost, and have not confirmed it. */
  readonly dueAt: Moment | null;
}

export interface Erased {
  readonly words: number;
  readonly photos: number;
  readonly accounts: number;
}

export interface Retained {
  readonly words: number;
  readonly photos: number;
  readonly messages: number;
  readonly troubles: number;
}

/** What a person said, showed and is known by. */
export interface Kept {
  readonly accounts: readonly { readonly platform: string; readonly account: string }[];
  readonly words: readonly { readonly at: Moment; readonly matter: MatterId; readonly text: string }[];
  readonly photos: readonly { readonly at: Moment; readonly matter: MatterId }[];
}

/** Everything older than these moments goes, unless its matter is still open. */
export interface KeepSince {
  readonly words: Moment;
  readonly photos: Moment;
  readonly messages: Moment;
  /** Of troubles that are over. */
  readonly troubles: Moment;
}

/** What a run of retention or an erasure did; never of whom or what. */
export interface PrivacyNote {
  readonly id: string;
  readonly at: Moment;
  readonly kind: 'erasure' | 'retention';
  readonly counts: Readonly<Record<string, number>>;
  /** What was older than this went, by kind; null: nothing went for its age, or it was not noted then. */
  readonly since: Readonly<Record<string, Moment>> | null;
}

export interface Privacy {
  /** Null: it was not asked for, or is done. */
  erasureOf(person: PersonId): Promise<Erasure | null>;
  /** What is set to be done, soonest first: of this person, and of whoever was found to be them after wishing it. */
  wishesOf(person: PersonId): Promise<readonly Erasure[]>;
  /** Asked for, confirmed, or (null) taken back: then also by whoever was found to be them. */
  setErasure(person: PersonId, erasure: Omit<Erasure, 'person'> | null): Promise<void>;
  /** What is kept on this person beside matters and points; what they wrote of people in care is not theirs. */
  kept(person: PersonId): Promise<Kept>;
  due(at: Moment, limit: number): Promise<readonly PersonId[]>;
  /**
   * Words, photos, names and accounts of this person, and of whoever was found to be them; what happened keeps its ids.
   * Words and photos of `spared` matters stay for now. Of somebody who was found to be another only what they said
   * before: their accounts are the other's. Again changes nothing.
   */
  erase(person: PersonId, spared: readonly MatterId[]): Promise<Erased>;
  /** It is done, or its rest is to be done at `again`. Noted down with what was erased. */
  erased(person: PersonId, at: Moment, what: Erased, again: Moment | null): Promise<void>;
  /** When retention was last looked after. */
  lastRetention(): Promise<Moment | null>;
  retain(since: KeepSince, at: Moment): Promise<Retained>;
  /** The newest first, before this one. */
  notes(before: Pick<PrivacyNote, 'at' | 'id'> | null, limit: number): Promise<readonly PrivacyNote[]>;
}

/** Events that say that somebody looked at what is not for everybody. */
export const lookEvents = ['numbers-shown', 'family-shown', 'candidates-shown', 'looked'] as const;

/** Somebody looked at what is private, and why, where a reason was asked for. */
export interface Look {
  readonly at: Moment;
  readonly by: PersonId;
  readonly matter: MatterId;
  readonly what: 'numbers' | 'family' | 'candidates' | 'ledger' | 'file' | 'history' | 'match';
  readonly words: WordsId | null;
}

export interface Looks {
  /** The newest first, before this moment. */
  list(before: Moment | null, limit: number): Promise<readonly Look[]>;
}

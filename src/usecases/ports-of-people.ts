import type { AreaId, Moment, PersonId, WordsId } from '../domain/ids';
import type { AuditedMatter, MendedMatter } from './audit/audit-ports';

/** Two who are one: everything of `from`, a guest with a new account, is `to`'s, until they are parted again. */
export interface Merge {
  readonly id: string;
  readonly from: PersonId;
  readonly to: PersonId;
  /** The name that the new account shows. */
  readonly name: string;
  readonly at: Moment;
  /** Who found it true; null: a code that was shown to the one and typed by the other. */
  readonly by: PersonId | null;
}

/** One person, many accounts. */
export interface Selves {
  /** Merged guests and who they are. */
  aliases(): Promise<ReadonlyMap<PersonId, PersonId>>;
  /**
   * Identities, chats, roles and points of `from` are `to`'s from now on, in one transaction. Nothing that happened is
   * written anew: what speaks of `from` is read as `to`'s. Again changes nothing. False: that cannot be (no guest, or
   * merged already).
   */
  merge(merge: Merge): Promise<boolean>;
  /** The newest that holds. */
  lastOf(to: PersonId): Promise<Merge | null>;
  byId(id: string): Promise<Merge | null>;
  /** Parts them again; null when it was done before. */
  part(id: string, by: PersonId, at: Moment): Promise<Merge | null>;
  /** Matters of these people, with all that happened. */
  mattersOf(people: readonly PersonId[]): AsyncIterable<AuditedMatter>;
  /** False when it has changed since it was read. */
  mend(version: number, mended: MendedMatter): Promise<boolean>;
}

/** Who is not heard any more, but for danger. */
export interface Bans {
  /** Null: heard again. */
  set(
    person: PersonId,
    ban: { readonly by: PersonId; readonly at: Moment; readonly why: WordsId | null } | null,
  ): Promise<void>;
}

export const claimKinds = ['self', 'home', 'kin'] as const;

/** What somebody says of themselves, and what staff found: `self` to be somebody who is known, `home` to live here, `kin` to speak for `of`. */
export interface Claim {
  readonly id: string;
  readonly kind: (typeof claimKinds)[number];
  readonly person: PersonId;
  /** The one they say they are. */
  readonly of: PersonId | null;
  readonly area: AreaId | null;
  readonly at: Moment;
  /** `ended`: it held, and one of the two ended it. */
  readonly state: 'open' | 'granted' | 'refused' | 'ended';
  readonly by: PersonId | null;
}

export interface Claims {
  /** A known id changes nothing. */
  open(claim: Pick<Claim, 'id' | 'kind' | 'person' | 'of' | 'area' | 'at'>): Promise<void>;
  byId(id: string): Promise<Claim | null>;
  /** Only an open one; the claim as it stands then, with who was first. Null: there is none. */
  settle(id: string, state: 'granted' | 'refused', by: PersonId | null): Promise<Claim | null>;
  openOf(person: PersonId, kind: Claim['kind']): Promise<Claim | null>;
  /** Those that hold and in which this person is the one or the other, the newest first. */
  linksOf(person: PersonId): Promise<readonly Claim[]>;
  /** False: it held no more. */
  end(id: string): Promise<boolean>;
}

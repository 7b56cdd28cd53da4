import type { Moment, PersonId } from '../domain/ids';

/** What a private link opens: the pages of a person, the code of one order, the page of a shop's keeper. */
export type LinkPurpose = 'sign-in' | 'own-ticket' | 'order-code' | 'shop' | 'statement';

/** An address that only one person was told. */
export interface PrivateLink {
  readonly id: string;
  readonly purpose: LinkPurpose;
  readonly person: PersonId;
  /** What it is of: the path that signing in leads to, a ticket. */
  readonly about: string | null;
  /** Program time; null: it lasts. */
  readonly until: Moment | null;
  /** Used up by its first use. */
  readonly once: boolean;
}

export interface Links {
  /** The token stands in the address; only its hash is kept. */
  make(link: Omit<PrivateLink, 'id'>): Promise<PrivateLink & { readonly token: string }>;
  /** Null when unknown, used, expired, or made for something else: nobody learns which. */
  look(token: string, purpose: LinkPurpose, at: Moment): Promise<PrivateLink | null>;
  /** The same, and uses it up; of two who come at once one has it. */
  take(token: string, purpose: LinkPurpose, at: Moment): Promise<PrivateLink | null>;
  /** The person's links of this purpose open nothing any more. */
  end(person: PersonId, purpose: LinkPurpose): Promise<void>;
}

/** A browser in which somebody signed in; on the machine's clock, so that a moved sandbox signs nobody out. */
export interface Session {
  readonly id: string;
  readonly person: PersonId;
  /** The computer or telephone, as people call it. */
  readonly device: string;
}

export interface Sessions {
  open(person: PersonId, device: string): Promise<Session & { readonly token: string }>;
  /**
   * Null: ended, idle for too long, or never there. Finding it keeps it. `written`: the last write that its asker knows of;
   * what was read at the same one is not read again.
   */
  find(token: string, written?: string | null): Promise<Session | null>;
  end(token: string): Promise<void>;
  /** Says how many there were. */
  endAll(person: PersonId): Promise<number>;
}

/** What is written to the database, by whatever process. */
export interface Writes {
  /**
   * A word that is the same for as long as nothing is written; null: the database does not tell. It covers all that was
   * acknowledged before it was asked for.
   */
  last(): Promise<string | null>;
}

/** A computer without chat that waits for somebody to say its six digits. */
export interface WaitingComputer {
  readonly device: string;
  readonly since: Moment;
  readonly until: Moment;
}

export interface Computers {
  /** `secret` stays with the computer, `code` is shown on it. */
  wait(computer: WaitingComputer): Promise<{ readonly code: string; readonly secret: string }>;
  /** The computer that shows this code now. */
  byCode(code: string, at: Moment): Promise<WaitingComputer | null>;
  /** The person says that it is theirs; false: it is gone, or somebody else was first. */
  admit(code: string, person: PersonId, at: Moment): Promise<boolean>;
  /** Whom it was admitted for, told once; `waiting`: nobody yet; null: it waited too long. */
  admitted(secret: string, at: Moment): Promise<{ readonly person: PersonId } | 'waiting' | null>;
}

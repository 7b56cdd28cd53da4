import type { AccountId, AccountKind } from '../domain/points/account';
import type { Holding } from '../domain/points/lapse-points';
import type { Moment } from '../domain/ids';
import type { Posting } from '../domain/points/posting';

/** A line of a statement: what moved, and the balance after it. */
export interface StatementLine extends Posting {
  readonly points: number;
  readonly balance: number;
}

/** The last line of a page, after which the next one goes on. */
export type StatementCursor = Pick<StatementLine, 'at' | 'cause' | 'points' | 'balance'>;

export interface Ledger {
  balance(account: AccountId): Promise<number>;
  /** The newest lines, or those older than `before`. */
  statement(account: AccountId, limit: number, before?: StatementCursor): Promise<readonly StatementLine[]>;
  byCause(cause: string): Promise<Posting | null>;
  /** Who earned most in a month ("2026-11"), the most first. */
  honours(
    month: string,
    kind: 'person' | 'household',
    limit: number,
  ): Promise<readonly { readonly account: AccountId; readonly points: number }[]>;
  /** Accounts of this kind with points on them, behind this one, and what was earned on each since then. */
  holdings(kind: AccountKind, since: Moment, after: string | null, limit: number): Promise<readonly Holding[]>;
  /** Posts many at once, in transactions of some hundred; what was posted before is left out, so that it can be run again. */
  postAll(postings: readonly Posting[]): Promise<void>;
  books(): Promise<{ sum: number; accounts: readonly { id: AccountId; balance: number }[]; entries: number }>;
}

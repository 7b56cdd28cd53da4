import { refused, type Result } from '../decision';
import type { Moment } from '../ids';
import { hasFloor, type AccountId } from './account';
import type { Posting, ReversalReason } from './posting';

/** Every account's balance, and the causes already posted. */
export interface Books {
  readonly balances: ReadonlyMap<AccountId, number>;
  readonly causes: ReadonlySet<string>;
}

export const emptyBooks: Books = { balances: new Map(), causes: new Set() };

export type PostingRefusal =
  | { readonly kind: 'unbalanced'; readonly sum: number }
  | { readonly kind: 'not-whole' }
  | { readonly kind: 'posted-before'; readonly cause: string }
  | { readonly kind: 'below-zero'; readonly account: AccountId };

export const balanceOf = (books: Books, account: AccountId): number => books.balances.get(account) ?? 0;

/** The sum of all accounts: zero, always. */
export const sumOf = (books: Books): number => [...books.balances.values()].reduce((sum, points) => sum + points, 0);

/** Writes one posting into the books, or says why it cannot stand there. */
export const post = (books: Books, posting: Posting): Result<Books, PostingRefusal> => {
  if (books.causes.has(posting.cause)) return refused({ kind: 'posted-before', cause: posting.cause });
  if (!posting.entries.every(({ points }) => Number.isSafeInteger(points))) return refused({ kind: 'not-whole' });
  const sum = posting.entries.reduce((total, { points }) => total + points, 0);
  if (sum !== 0) return refused({ kind: 'unbalanced', sum });
  const balances = new Map(books.balances);
  for (const { account, points } of posting.entries) balances.set(account, (balances.get(account) ?? 0) + points);
  const short = posting.entries.find(({ account }) => hasFloor(account) && (balances.get(account) ?? 0) < 0);
  if (short) return refused({ kind: 'below-zero', account: short.account });
  return { ok: true, value: { balances, causes: new Set([...books.causes, posting.cause]) } };
};

/** The books that these postings make, oldest first; what cannot stand in them is left out. */
export const booksOf = (postings: readonly Posting[]): Books =>
  postings.reduce((books, posting) => {
    const next = post(books, posting);
    return next.ok ? next.value : books;
  }, emptyBooks);

/** Nothing is ever edited or deleted: a mistake is answered by the same posting the other way round, once. */
export const reversalOf = (posting: Posting, at: Moment, reason: ReversalReason = 'reversal'): Posting => ({
  ...posting,
  cause: `${posting.cause}:reversal`,
  at,
  reason,
  entries: posting.entries.map(({ account, points }) => ({ account, points: points === 0 ? 0 : -points })),
});

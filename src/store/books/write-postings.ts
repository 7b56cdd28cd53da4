import { accountKind, hasFloor } from '../../domain/points/account';
import type { Posting } from '../../domain/points/posting';
import { addSums } from './add-sums';
import type { Writing } from '../matters/commit-writes';
import { PostingDocument, type BalanceDocument, type EarnedDocument } from '../documents';
import { Refused } from '../transaction';

/** How the postings of a commit are written: as new ones, or past those that were posted before. */
export type WritePostings = (writing: Writing, postings: readonly Posting[]) => Promise<void>;

/** Sums by a key; what comes to nothing is left out. */
const summed = <K extends string>(moves: readonly (readonly [key: K, points: number])[]): readonly [K, number][] => {
  const sums = new Map<K, number>();
  for (const [key, points] of moves) sums.set(key, (sums.get(key) ?? 0) + points);
  return [...sums].filter(([, points]) => points !== 0);
};

const floored = ({ entries }: Posting) => entries.filter(({ account }) => hasFloor(account));

const moveBalances = async ({ tables, scope, session }: Writing, postings: readonly Posting[]): Promise<void> => {
  const { communityId, key } = scope;
  const changed = summed(postings.flatMap(floored).map(({ account, points }) => [account, points] as const));
  const changes = changed.map(([account, points]): BalanceDocument => ({
    ...{ _id: key(account), communityId, account, points },
  }));
  if (!(await addSums(tables.balances, changes, { session, floor: true }))) throw new Refused('conflict');
};

const countEarned = async ({ tables, scope, session }: Writing, postings: readonly Posting[]): Promise<void> => {
  const { communityId, key } = scope;
  const months = new Map<string, Omit<EarnedDocument, '_id' | 'points'>>();
  const moves = postings.flatMap((posting) => {
    const { honours } = posting;
    return floored(posting).flatMap(({ account, points }) => {
      const kind = accountKind(account);
      if (!honours || !kind) return [];
      const _id = key(account, honours);
      months.set(_id, { communityId, account, kind, month: honours });
      return [[_id, points] as const];
    });
  });
  const changes = summed(moves).flatMap(([_id, points]) => {
    const month = months.get(_id);
    return month ? [{ _id, ...month, points }] : [];
  });
  if (!(await addSums(tables.earned, changes, { session, floor: false }))) throw new Refused('conflict');
};

const mustSumToZero = ({ cause, entries }: Posting): void => {
  const sum = entries.reduce((total, { points }) => total + points, 0);
  if (sum !== 0) throw new Error(`The posting "${cause}" does not balance: its entries sum to ${sum}.`);
};

const documentsOf = ({ scope }: Writing, postings: readonly Posting[]): readonly PostingDocument[] => {
  postings.forEach(mustSumToZero);
  const once = [...new Map(postings.map((posting) => [posting.cause, posting])).values()];
  return once.map((posting) =>
    PostingDocument.parse({ ...posting, _id: scope.key(posting.cause), communityId: scope.communityId }),
  );
};

const moveAll = async (writing: Writing, fresh: readonly Posting[]): Promise<void> => {
  await moveBalances(writing, fresh);
  await countEarned(writing, fresh);
};

/** Where no cause is expected to be known, in half the server's time; a known one is a duplicate key. */
export const writeNewPostings: WritePostings = async (writing, postings) => {
  if (postings.length === 0) return;
  const documents = documentsOf(writing, postings);
  await writing.tables.postings.raw.insertMany([...documents], { session: writing.session, ordered: false });
  await moveAll(writing, documents);
};

/**
 * A posting whose cause was posted before is left out, as a known effect of the outbox is: what it stands for was
 * already given, and refusing the whole decision could never succeed by deciding again. Nothing is given twice.
 */
export const writePostings: WritePostings = async (writing, postings) => {
  if (postings.length === 0) return;
  const documents = documentsOf(writing, postings);
  const done = await writing.tables.postings.raw.bulkWrite(
    documents.map(({ _id, ...fields }) => ({
      updateOne: { filter: { _id }, update: { $setOnInsert: fields }, upsert: true },
    })),
    { session: writing.session },
  );
  await moveAll(
    writing,
    documents.filter((_, index) => index in done.upsertedIds),
  );
};

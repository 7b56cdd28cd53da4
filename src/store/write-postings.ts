import type { mongo } from 'mongoose';
import { accountKind, hasFloor, type AccountId } from '../domain/points/account';
import type { Posting } from '../domain/points/posting';
import type { Writing } from './commit-writes';
import { PostingDocument, type BalanceDocument, type EarnedDocument } from './documents';
import type { Scope } from './scope';
import { Refused } from './transaction';

const balanceOperation = (
  account: AccountId,
  points: number,
  { communityId, key }: Scope,
): mongo.AnyBulkWriteOperation<BalanceDocument> => {
  const _id = key(account);
  return points < 0
    ? { updateOne: { filter: { _id, communityId, points: { $gte: -points } }, update: { $inc: { points } } } }
    : {
        updateOne: {
          filter: { _id },
          update: { $inc: { points }, $setOnInsert: { communityId, account } },
          upsert: true,
        },
      };
};

/** Sums by a key; what comes to nothing is left out. */
const summed = <K extends string>(moves: readonly (readonly [key: K, points: number])[]): readonly [K, number][] => {
  const sums = new Map<K, number>();
  for (const [key, points] of moves) sums.set(key, (sums.get(key) ?? 0) + points);
  return [...sums].filter(([, points]) => points !== 0);
};

const floored = ({ entries }: Posting) => entries.filter(({ account }) => hasFloor(account));

const moveBalances = async ({ tables, scope, session }: Writing, postings: readonly Posting[]): Promise<void> => {
  const changed = summed(postings.flatMap(floored).map(({ account, points }) => [account, points] as const));
  if (changed.length === 0) return;
  const done = await tables.balances.raw.bulkWrite(
    changed.map(([account, points]) => balanceOperation(account, points, scope)),
    { session },
  );
  if (done.matchedCount + done.upsertedCount < changed.length) throw new Refused('conflict');
};

const countEarned = async ({ tables, scope, session }: Writing, postings: readonly Posting[]): Promise<void> => {
  const months = new Map<string, Omit<EarnedDocument, '_id' | 'points'>>();
  const changed = summed(
    postings.flatMap((posting) => {
      const { honours } = posting;
      return floored(posting).flatMap(({ account, points }) => {
        const kind = accountKind(account);
        if (!honours || !kind) return [];
        const _id = scope.key(account, honours);
        months.set(_id, { communityId: scope.communityId, account, kind, month: honours });
        return [[_id, points] as const];
      });
    }),
  );
  if (changed.length === 0) return;
  await tables.earned.raw.bulkWrite(
    changed.map(([_id, points]) => ({
      updateOne: { filter: { _id }, update: { $inc: { points }, $setOnInsert: months.get(_id) ?? {} }, upsert: true },
    })),
    { session },
  );
};

const mustSumToZero = ({ cause, entries }: Posting): void => {
  const sum = entries.reduce((total, { points }) => total + points, 0);
  if (sum !== 0) throw new Error(`The posting "${cause}" does not balance: its entries sum to ${sum}.`);
};

/**
 * A posting whose cause was posted before is left out, as a known effect of the outbox is: what it stands for was
 * already given, and refusing the whole decision could never succeed by deciding again. Nothing is given twice.
 */
export const writePostings = async (writing: Writing, postings: readonly Posting[]): Promise<void> => {
  if (postings.length === 0) return;
  postings.forEach(mustSumToZero);
  const { tables, scope, session } = writing;
  const once = [...new Map(postings.map((posting) => [posting.cause, posting])).values()];
  const done = await tables.postings.raw.bulkWrite(
    once.map((posting) => {
      const { _id, ...fields } = PostingDocument.parse({
        ...posting,
        _id: scope.key(posting.cause),
        communityId: scope.communityId,
      });
      return { updateOne: { filter: { _id }, update: { $setOnInsert: fields }, upsert: true } };
    }),
    { session },
  );
  const fresh = once.filter((_, index) => index in done.upsertedIds);
  await moveBalances(writing, fresh);
  await countEarned(writing, fresh);
};

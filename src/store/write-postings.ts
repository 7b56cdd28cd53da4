import type { mongo } from 'mongoose';
import type { AccountId, Posting } from '../domain/decision';
import type { Commit } from '../usecases/ports';
import type { Writing } from './commit-writes';
import { PostingDocument, type BalanceDocument } from './documents';
import type { Scope } from './scope';
import { Refused } from './transaction';

/** Accounts of persons have a floor, so they alone store a balance; the others are summed. */
export const hasFloor = (account: AccountId): boolean => account.startsWith('person:');

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

const moveBalances = async ({ tables, scope, session }: Writing, postings: readonly Posting[]): Promise<void> => {
  const moved = new Map<AccountId, number>();
  for (const { account, points } of postings.flatMap(({ entries }) => entries))
    if (hasFloor(account)) moved.set(account, (moved.get(account) ?? 0) + points);
  const changed = [...moved].filter(([, points]) => points !== 0);
  if (changed.length === 0) return;
  const done = await tables.balances.raw.bulkWrite(
    changed.map(([account, points]) => balanceOperation(account, points, scope)),
    { session },
  );
  if (done.matchedCount + done.upsertedCount < changed.length) throw new Refused('conflict');
};

const mustSumToZero = ({ cause, entries }: Posting): void => {
  const sum = entries.reduce((total, { points }) => total + points, 0);
  if (sum !== 0) throw new Error(`The posting "${cause}" does not balance: its entries sum to ${sum}.`);
};

/**
 * A posting whose cause was posted before is left out, as a known effect of the outbox is: what it stands for was
 * already given, and refusing the whole decision could never succeed by deciding again. Nothing is given twice.
 */
export const writePostings = async (writing: Writing, postings: Commit['postings']): Promise<void> => {
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
  await moveBalances(
    writing,
    once.filter((_, index) => index in done.upsertedIds),
  );
};

import type { Connection } from 'mongoose';
import { z } from 'zod';
import { hasFloor, isAccountId, type AccountId } from '../../domain/points/account';
import { earnedReasons, type Posting } from '../../domain/points/posting';
import type { Ledger, StatementCursor } from '../../usecases/ports';
import { BalanceDocument, EarnedDocument, PostingDocument } from '../documents';
import type { Tables } from '../models';
import type { Scope } from '../scope';
import { inTransactionAgain } from '../transaction';
import { writePostings } from './write-postings';

/** Postings of one transaction: the server's own limit is on its time, 5 s. */
const batchSize = 500;

const Sum = z.object({ _id: z.custom<AccountId>(isAccountId), balance: z.int() });
const Now = z.object({ now: z.int() });

interface LedgerNeeds {
  readonly connection: Connection;
  readonly tables: Tables;
  readonly scope: Scope;
}

const pointsOf = ({ entries }: Pick<Posting, 'entries'>, account: AccountId): number =>
  entries.reduce((sum, entry) => (entry.account === account ? sum + entry.points : sum), 0);

/** Each line with the balance after it, counted back from the newest. */
const withBalances = (postings: readonly PostingDocument[], account: AccountId, newest: number) => {
  let balance = newest;
  return postings.map(({ cause, at, reason, entries, number, honours }) => {
    const points = pointsOf({ entries }, account);
    const line = { cause, at, reason, entries, number, honours, points, balance };
    balance -= points;
    return line;
  });
};

export const createLedger = ({ connection, tables, scope }: LedgerNeeds): Ledger => {
  const { communityId, key } = scope;

  const sums = async (account?: AccountId): Promise<readonly z.infer<typeof Sum>[]> => {
    const mine = account === undefined ? {} : { 'entries.account': account };
    const found = await tables.postings.raw
      .aggregate([
        { $match: { communityId, ...mine } },
        { $unwind: '$entries' },
        { $match: mine },
        { $group: { _id: '$entries.account', balance: { $sum: '$entries.points' } } },
        { $sort: { _id: 1 } },
      ])
      .toArray();
    return found.map((each) => Sum.parse(each));
  };

  /** The balance and the newest postings at one moment: a posting made in between would not add up. */
  const newestOf = async (account: AccountId, limit: number) => {
    const balance = hasFloor(account)
      ? { from: tables.balances.raw, stages: [{ $match: { _id: key(account) } }, { $project: { now: '$points' } }] }
      : {
          from: tables.postings.raw,
          stages: [
            { $match: { communityId, 'entries.account': account } },
            { $unwind: '$entries' },
            { $match: { 'entries.account': account } },
            { $group: { _id: null, now: { $sum: '$entries.points' } } },
          ],
        };
    const newest = [
      { $match: { communityId, 'entries.account': account } },
      { $sort: { at: -1, _id: -1 } },
      { $limit: limit },
    ];
    const found: readonly unknown[] = await balance.from
      .aggregate([...balance.stages, { $unionWith: { coll: tables.postings.raw.collectionName, pipeline: newest } }], {
        readConcern: { level: 'snapshot' },
      })
      .toArray();
    const [first, ...others] = found;
    const now = Now.safeParse(first);
    if (!now.success) return { now: 0, postings: [] };
    return { now: now.data.now, postings: others.map((each) => PostingDocument.parse(each)) };
  };

  const olderThan = async ({ at, cause }: StatementCursor, account: AccountId, limit: number) => {
    const found = await tables.postings.raw
      .find({
        communityId,
        'entries.account': account,
        // The bound for the index, and what of that very moment was on the page before.
        at: { $lte: at },
        $or: [{ at: { $lt: at } }, { _id: { $lt: key(cause) } }],
      })
      .sort({ at: -1, _id: -1 })
      .limit(limit)
      .toArray();
    return found.map((each) => PostingDocument.parse(each));
  };

  const earnedSince = async (
    accounts: readonly AccountId[],
    since: string,
  ): Promise<ReadonlyMap<AccountId, number>> => {
    const mine = { 'entries.account': { $in: [...accounts] } };
    const found = await tables.postings.raw
      .aggregate([
        { $match: { communityId, ...mine, at: { $gte: since }, reason: { $in: [...earnedReasons] } } },
        { $unwind: '$entries' },
        { $match: mine },
        { $group: { _id: '$entries.account', balance: { $sum: '$entries.points' } } },
      ])
      .toArray();
    return new Map(found.map((each) => Sum.parse(each)).map(({ _id, balance }) => [_id, balance]));
  };

  return {
    balance: async (account) => {
      if (!hasFloor(account)) return (await sums(account))[0]?.balance ?? 0;
      const found = await tables.balances.model.findOne({ _id: key(account), communityId }).lean();
      return found === null ? 0 : BalanceDocument.parse(found).points;
    },

    statement: async (account, limit, before) => {
      if (before !== undefined)
        return withBalances(await olderThan(before, account, limit), account, before.balance - before.points);
      const { now, postings } = await newestOf(account, limit);
      return withBalances(postings, account, now);
    },

    byCause: async (cause) => {
      const found = await tables.postings.raw.findOne({ _id: key(cause) });
      if (found === null) return null;
      const { at, reason, entries, number, honours } = PostingDocument.parse(found);
      return { cause, at, reason, entries, number, honours };
    },

    honours: async (month, kind, limit) => {
      const found = await tables.earned.raw
        .find({ communityId, month, kind, points: { $gt: 0 } })
        .sort({ points: -1, account: 1 })
        .limit(limit)
        .toArray();
      return found.map((each) => EarnedDocument.parse(each)).map(({ account, points }) => ({ account, points }));
    },

    postAll: async (postings) => {
      for (let done = 0; done < postings.length; done += batchSize) {
        const batch = postings.slice(done, done + batchSize);
        await inTransactionAgain(connection, (session) => writePostings({ tables, scope, session }, batch));
      }
    },

    holdings: async (kind, since, after, limit) => {
      const from = after === null ? { $gt: key(`${kind}:`) } : { $gt: key(after) };
      const page = await tables.balances.raw
        // ";" stands right behind ":": all accounts of the kind, and none of another.
        .find({ _id: { ...from, $lt: key(`${kind};`) }, communityId, points: { $gt: 0 } })
        .sort({ _id: 1 })
        .limit(limit)
        .toArray();
      const held = page.map((each) => BalanceDocument.parse(each));
      const earned = await earnedSince(
        held.map(({ account }) => account),
        since,
      );
      return held.map(({ account, points: balance }) => ({ account, balance, earned: earned.get(account) ?? 0 }));
    },

    /** Summed from the postings alone, so that a wrong stored balance would show. */
    books: async () => {
      const accounts = (await sums()).map(({ _id, balance }) => ({ id: _id, balance }));
      const entries = await tables.postings.raw.countDocuments({ communityId });
      return { sum: accounts.reduce((total, { balance }) => total + balance, 0), accounts, entries };
    },
  };
};

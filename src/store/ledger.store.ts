import { z } from 'zod';
import type { AccountId } from '../domain/decision';
import type { Ledger } from '../usecases/ports';
import { BalanceDocument, PostingDocument } from './documents';
import type { Tables } from './models';
import type { Scope } from './scope';
import { hasFloor } from './write-postings';

const Sum = z.object({ _id: z.custom<AccountId>((value) => typeof value === 'string'), balance: z.int() });
const Line = PostingDocument.extend({ points: z.int(), balance: z.int() });

export const createLedger = (tables: Pick<Tables, 'postings' | 'balances'>, { communityId, key }: Scope): Ledger => {
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

  return {
    balance: async (account) => {
      if (!hasFloor(account)) return (await sums(account))[0]?.balance ?? 0;
      const found = await tables.balances.model.findOne({ _id: key(account), communityId }).lean();
      return found === null ? 0 : BalanceDocument.parse(found).points;
    },

    /** The newest first, each with the balance after it. */
    statement: async (account, limit) => {
      const ofAccount = { $filter: { input: '$entries', cond: { $eq: ['$$this.account', account] } } };
      const found = await tables.postings.raw
        .aggregate([
          { $match: { communityId, 'entries.account': account } },
          { $set: { points: { $sum: { $map: { input: ofAccount, in: '$$this.points' } } } } },
          {
            $setWindowFields: {
              sortBy: { at: 1, _id: 1 },
              output: { balance: { $sum: '$points', window: { documents: ['unbounded', 'current'] } } },
            },
          },
          { $sort: { at: -1, _id: -1 } },
          { $limit: limit },
        ])
        .toArray();
      return found.map((each) => {
        const { cause, at, reason, entries, points, balance } = Line.parse(each);
        return { cause, at, reason, entries, points, balance };
      });
    },

    /** Summed from the postings alone, so that a wrong stored balance would show. */
    books: async () => {
      const accounts = (await sums()).map(({ _id, balance }) => ({ id: _id, balance }));
      const entries = await tables.postings.raw.countDocuments({ communityId });
      return { sum: accounts.reduce((total, { balance }) => total + balance, 0), accounts, entries };
    },
  };
};

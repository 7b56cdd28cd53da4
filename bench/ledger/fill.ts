import type { mongo } from 'mongoose';
import type { AccountId } from '../../src/domain/points/account';
import { move, type Posting } from '../../src/domain/points/posting';
import type { BalanceDocument, PostingDocument } from '../../src/store/documents';

export interface Ledger {
  readonly postings: number;
  readonly points: number;
  readonly accounts: number;
}

const communityId = 'demo';
const monthMs = 30 * 24 * 60 * 60 * 1000;
const firstMonth = Date.UTC(2019, 0, 1);

/** Whoever has far more lines than any other: one in a hundred postings. */
export const busiest: AccountId = 'household:v.0';

export const accountOf = (index: number): AccountId => `household:v.${index}`;

const accountOfPosting = (index: number, { accounts }: Ledger): AccountId =>
  index % 100 === 0 ? busiest : accountOf(1 + (index % (accounts - 1)));

/** Whole points, so many that the ledger comes to what it should. */
const pointsOf = (index: number, { points, postings }: Ledger): number =>
  Math.floor(((index + 1) * points) / postings) - Math.floor((index * points) / postings);

const documentOf = (index: number, ledger: Ledger): PostingDocument => {
  const account = accountOfPosting(index, ledger);
  const month = Math.floor(index / ledger.accounts);
  const at = new Date(firstMonth + month * monthMs + (index % ledger.accounts)).toISOString();
  const cause = `round:round-${month}:${index}:${account}`;
  const posting = {
    ...{ cause, at, reason: 'inspection', number: 101 + month, honours: at.slice(0, 7) },
    entries: move('issued:inspection', account, pointsOf(index, ledger)),
  } satisfies Posting;
  return { ...posting, _id: `${communityId}/${cause}`, communityId, entries: [...posting.entries] };
};

const batch = 5_000;
const side = 3;

/** Written bare, several batches side by side; the indexes are made afterwards, which takes a fraction of the time. */
export const fillLedger = async (database: mongo.Db, ledger: Ledger): Promise<void> => {
  const postings = database.collection<PostingDocument>('postings');
  const indexes = (await postings.indexes()).filter(({ name }) => name !== '_id_');
  await postings.dropIndexes();
  const balances = new Map<AccountId, number>();
  let next = 0;
  const work = async (): Promise<void> => {
    for (let from = next; from < ledger.postings; from = next) {
      next = from + batch;
      const documents = Array.from({ length: Math.min(batch, ledger.postings - from) }, (_, index) =>
        documentOf(from + index, ledger),
      );
      for (const { entries } of documents)
        for (const { account, points } of entries) balances.set(account, (balances.get(account) ?? 0) + points);
      await postings.insertMany(documents, { ordered: false, writeConcern: { w: 1, journal: false } });
    }
  };
  await Promise.all(Array.from({ length: side }, work));
  await postings.createIndexes(indexes.map(({ name, key }) => ({ name: String(name), key })));
  const held = [...balances].filter(([account]) => account.startsWith('household:'));
  for (let from = 0; from < held.length; from += batch)
    await database
      .collection<BalanceDocument>('balances')
      .insertMany(
        held
          .slice(from, from + batch)
          .map(([account, points]) => ({ _id: `${communityId}/${account}`, communityId, account, points })),
      );
};

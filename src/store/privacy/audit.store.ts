import type { mongo } from 'mongoose';
import { z } from 'zod';
import type { PersonId } from '../../domain/ids';
import { floorPattern, type AccountId } from '../../domain/points/account';
import type { Audit, AuditedBalance, AuditedMatter } from '../../usecases/audit/audit-ports';
import { asOnePerson, type Aliases } from '../people/as-one-person';
import { EventDocument, MatterDocument } from '../documents';
import type { Tables } from '../models';
import type { Scope } from '../scope';
import { isDuplicateKey } from '../transaction';

/** Matters in memory at once. */
const BATCH = 200;

const Balance = z.object({
  _id: z.custom<AccountId>((value) => typeof value === 'string'),
  posted: z.int(),
  stored: z.int().nullable(),
});

type Needs = Pick<Tables, 'matters' | 'events' | 'postings' | 'balances'>;

/** Events up to a version never change, so a matter that is written meanwhile is still seen whole as it was read. */
const auditedOf = (document: MatterDocument, events: readonly EventDocument[]): AuditedMatter => {
  const { kind, id, number, version, state, dueAt, open, people, owner, category, area } = document;
  return {
    ref: { kind, id, number },
    version,
    state,
    dueAt: dueAt?.toISOString() ?? null,
    index: { open, people, owner, category, area },
    events: events.filter((each) => each.version <= version).map(({ event }) => event),
  };
};

const withEvents = async function* (
  { events }: Needs,
  { communityId }: Scope,
  batch: readonly MatterDocument[],
): AsyncGenerator<AuditedMatter> {
  const found = await events.raw
    .find({ communityId, matter: { $in: batch.map(({ id }) => id) } })
    .sort({ matter: 1, version: 1, index: 1 })
    .toArray();
  const byMatter = new Map<string, EventDocument[]>(batch.map(({ id }) => [id, []]));
  for (const each of found) byMatter.get(each.matter)?.push(EventDocument.parse(each));
  for (const document of batch) yield auditedOf(document, byMatter.get(document.id) ?? []);
};

/** Page after page along the keys: no cursor of the server's can time out on the way. */
const pages = async function* (
  tables: Needs,
  scope: Scope,
  filter: mongo.Filter<MatterDocument>,
): AsyncGenerator<AuditedMatter> {
  for (let after = ''; ;) {
    const found = await tables.matters.raw
      .find({ $and: [{ communityId: scope.communityId, _id: { $gt: after } }, filter] })
      .sort({ _id: 1 })
      .limit(BATCH)
      .toArray();
    const batch = found.map((each) => MatterDocument.parse(each));
    const last = batch.at(-1);
    if (last === undefined) return;
    yield* withEvents(tables, scope, batch);
    after = last._id;
  }
};

/** Both sides at one moment, or postings made while it runs would look like mistakes. */
const sumBalances = ({ postings, balances }: Needs, { communityId }: Scope): mongo.AggregationCursor =>
  postings.raw.aggregate(
    [
      { $match: { communityId } },
      { $unwind: '$entries' },
      { $match: { 'entries.account': floorPattern } },
      { $group: { _id: '$entries.account', posted: { $sum: '$entries.points' } } },
      {
        $unionWith: {
          coll: balances.raw.collectionName,
          pipeline: [{ $match: { communityId } }, { $project: { _id: '$account', stored: '$points' } }],
        },
      },
      { $group: { _id: '$_id', posted: { $sum: '$posted' }, stored: { $max: '$stored' } } },
      { $sort: { _id: 1 } },
    ],
    { readConcern: { level: 'snapshot' }, allowDiskUse: true },
  );

const insertBalance = async (
  { balances }: Needs,
  { communityId, key }: Scope,
  { account, posted }: AuditedBalance,
): Promise<boolean> => {
  try {
    await balances.raw.insertOne({ _id: key(account), communityId, account, points: posted });
    return true;
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
};

/** The same, with those who were found to be one as one. */
const readAsOne = async function* (
  matters: AsyncIterable<AuditedMatter>,
  aliases: () => Promise<Aliases>,
): AsyncGenerator<AuditedMatter> {
  const all = await aliases();
  for await (const matter of matters) {
    const { index, ...read } = asOnePerson(matter, all);
    yield { ...read, index: { ...index, people: [...new Set(index.people)] } };
  }
};

interface FullAudit extends Audit {
  mattersOf(people: readonly PersonId[]): AsyncIterable<AuditedMatter>;
}

export const createAudit = (tables: Needs, scope: Scope, aliases: () => Promise<Aliases>): FullAudit => ({
  matters: () => readAsOne(pages(tables, scope, {}), aliases),

  mattersOf: (people) => {
    const mine = { $in: [...people] };
    return readAsOne(pages(tables, scope, { $or: [{ people: mine }, { owner: mine }] }), aliases);
  },

  ticketsReported: (from, to) =>
    readAsOne(pages(tables, scope, { kind: 'ticket', 'state.reportedAt': { $gte: from, $lt: to } }), aliases),

  balances: async function* () {
    for await (const each of sumBalances(tables, scope)) {
      const { _id, posted, stored } = Balance.parse(each);
      yield { account: _id, posted, stored };
    }
  },

  /** A new version: whoever decided on the old state decides again. */
  mendMatter: async (version, { ref, state, dueAt, index }) => {
    const done = await tables.matters.raw.updateOne(
      { _id: scope.key(ref.id), communityId: scope.communityId, version },
      {
        $set: {
          state,
          dueAt: dueAt === null ? null : new Date(dueAt),
          ...index,
          people: [...index.people],
          version: version + 1,
        },
      },
    );
    return done.matchedCount === 1;
  },

  mendBalance: async (balance) => {
    const { account, stored, posted } = balance;
    // The floor is zero: below it the postings themselves are wrong.
    if (posted < 0) return false;
    if (stored === null) return insertBalance(tables, scope, balance);
    const done = await tables.balances.raw.updateOne(
      { _id: scope.key(account), communityId: scope.communityId, points: stored },
      { $set: { points: posted } },
    );
    return done.matchedCount === 1;
  },
});

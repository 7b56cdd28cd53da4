import type { mongo } from 'mongoose';
import type { Stored } from '../../usecases/ports';
import type { BoardTickets, TicketCursor, TicketQuery } from '../../usecases/ports-of-board';
import { MatterDocument } from '../documents';
import { dueIndex, type Tables } from '../models';
import type { Scope } from '../scope';
import { termsOf } from '../privacy/word-terms';

type Filter = mongo.Document;

/** No page of ours takes so long; whoever made it so slow is told, and the others are not kept waiting. */
const MOST_MS = 5_000;

const storedOf = (found: unknown): Stored<unknown> => {
  const { kind, id, number, version, state } = MatterDocument.parse(found);
  return { ref: { kind, id, number }, version, state };
};

const spanOf = ({ from, to }: TicketQuery): Filter => ({
  ...(from === null ? {} : { $gte: from }),
  ...(to === null ? {} : { $lt: to }),
});

/** One branch for the areas and one for the person: each comes sorted from an index of its own. */
const withinOf = (within: TicketQuery['within']): readonly Filter[] =>
  within === null
    ? []
    : [{ $or: [{ area: { $in: within.areas } }, { people: within.person }, { owner: within.person }] }];

const personOf = (person: TicketQuery['person']): readonly Filter[] =>
  person === null ? [] : [{ $or: [{ people: person }, { owner: person }] }];

export const createBoardTickets = (tables: Pick<Tables, 'matters' | 'words'>, { communityId }: Scope): BoardTickets => {
  const filterOf = (query: TicketQuery): Filter => {
    const { open, areas, category, from, to } = query;
    const all = [...withinOf(query.within), ...personOf(query.person)];
    return {
      communityId,
      kind: 'ticket',
      ...(open === null ? {} : { open }),
      ...(areas === null ? {} : { area: { $in: areas } }),
      ...(category === null ? {} : { category }),
      ...(from === null && to === null ? {} : { 'state.reportedAt': spanOf(query) }),
      ...(all.length === 0 ? {} : { $and: all }),
    };
  };

  /** The bound is said once plainly: an index is entered there, and not read from its beginning. */
  const behind = ({ reportedAt, number }: TicketCursor): Filter => ({
    'state.reportedAt': { $lte: reportedAt },
    $or: [{ 'state.reportedAt': { $lt: reportedAt } }, { 'state.reportedAt': reportedAt, number: { $lt: number } }],
  });

  return {
    burning: async (limit) => {
      const filter = { communityId, kind: 'ticket' as const, open: true, 'state.class': 'critical', owner: null };
      const found = await tables.matters.raw.find(filter).sort({ number: -1 }).limit(limit).toArray();
      return found.map(storedOf);
    },

    dueNext: async (within, limit) => {
      const [only] = withinOf(within);
      const found = await tables.matters.raw
        .find({ communityId, dueAt: { $type: 'date' }, kind: 'ticket', open: true, ...only })
        .hint(dueIndex)
        .sort({ dueAt: 1, _id: 1 })
        .limit(limit)
        .maxTimeMS(MOST_MS)
        .toArray();
      return found.map(storedOf);
    },

    page: async (query, after, limit) => {
      const found = await tables.matters.raw
        .find(after === null ? filterOf(query) : { $and: [filterOf(query), behind(after)] })
        .sort({ 'state.reportedAt': -1, number: -1 })
        .limit(limit)
        .maxTimeMS(MOST_MS)
        .toArray();
      return found.map(storedOf);
    },

    byPlace: (asked, categories) =>
      tables.matters.raw
        .aggregate<{ area: string | null; count: number }>(
          [
            {
              $match: {
                ...{ communityId, kind: 'ticket', category: { $in: [...categories] } },
                ...('open' in asked ? { open: true } : { 'state.reportedAt': { $gte: asked.from, $lt: asked.to } }),
              },
            },
            { $group: { _id: '$area', count: { $sum: 1 } } },
            { $project: { _id: 0, area: '$_id', count: 1 } },
          ],
          { maxTimeMS: MOST_MS },
        )
        .toArray(),

    count: (query, most) => tables.matters.raw.countDocuments(filterOf(query), { limit: most, maxTimeMS: MOST_MS }),

    saying: async (words, before, limit) => {
      const terms = termsOf(words);
      if (terms.length === 0) return [];
      const filter: Filter = {
        communityId,
        terms: { $all: terms },
        ...(before === null
          ? {}
          : { at: { $lte: before.at }, $or: [{ at: { $lt: before.at } }, { at: before.at, id: { $lt: before.id } }] }),
      };
      const found = await tables.words.raw
        .find(filter)
        .sort({ at: -1, id: -1 })
        .limit(limit)
        .maxTimeMS(MOST_MS)
        .project<{ matter: string; at: string; id: string }>({ _id: 0, matter: 1, at: 1, id: 1 })
        .toArray();
      return found;
    },
  };
};

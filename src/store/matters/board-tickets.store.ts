import type { mongo } from 'mongoose';
import type { Stored } from '../../usecases/ports';
import type { BoardTickets, TicketCount, TicketCursor, TicketQuery } from '../../usecases/ports-of-board';
import { selvesOf, type Aliases } from '../people/as-one-person';
import { headFields, type Head, type KnownMatters } from './known-matters';
import { boardHints, dueIndex, type Tables } from '../models';
import { remember } from '../people/remembered';
import type { Scope } from '../scope';
import { termsOf } from '../privacy/word-terms';

type Filter = mongo.Document;

/** No page of ours takes so long; whoever made it so slow is told, and the others are not kept waiting. */
const MOST_MS = 5_000;
/** Whoever asks for the same meanwhile gets the same; with the time for which a page is kept, counts are ten seconds old at most. */
const COUNTED_MS = 5_000;
const COUNTS = 500;

export interface BoardTicketsNeeds {
  readonly tables: Pick<Tables, 'matters' | 'words'>;
  readonly scope: Scope;
  readonly known: KnownMatters;
  readonly aliases: () => Promise<Aliases>;
}

const spanOf = ({ from, to }: TicketQuery): Filter => ({
  ...(from === null ? {} : { $gte: from }),
  ...(to === null ? {} : { $lt: to }),
});

/** Said though it always holds: the index holds those only that have one, and is not used otherwise. */
const isString = { $type: 'string' } as const;

type Selves = (person: string) => { readonly $in: string[] };

/** A list that one index answers, in its order. */
interface Branch {
  readonly filter: Filter;
  readonly hint: mongo.Document;
}

const personBranches = (people: readonly string[], selves: Selves): readonly Branch[] => {
  const all = { $in: people.flatMap((person) => selves(person).$in) };
  return [
    { filter: { people: all }, hint: boardHints.people },
    { filter: { owner: { ...all, ...isString } }, hint: boardHints.owner },
  ];
};

const withinBranches = ({ areas, person }: NonNullable<TicketQuery['within']>, selves: Selves): readonly Branch[] => [
  { filter: { area: { $in: areas } }, hint: boardHints.area },
  ...personBranches([person], selves),
];

const anyOf = (branches: readonly Branch[]): Filter => ({ $or: branches.map(({ filter }) => filter) });

/** Both are named where neither is asked for: then the index of open and closed ones is entered twice, and merged. */
const filterOf = (query: TicketQuery, { communityId }: Scope): Filter => {
  const { open, areas, category, without, from, to } = query;
  return {
    ...{ communityId, kind: 'ticket', open: open ?? { $in: [true, false] } },
    ...(areas === null ? {} : { area: { $in: areas } }),
    ...(category === null ? {} : { category }),
    ...(without.length === 0 ? {} : { $nor: [{ category: { $in: without } }] }),
    ...(from === null && to === null ? {} : { 'state.reportedAt': spanOf(query) }),
  };
};

/**
 * What is asked, as lists that one index each answers: left to itself the server may choose an index that reads every
 * ticket. Whoever is in more than one is taken once.
 */
const branchesOf = (query: TicketQuery, scope: Scope, selves: Selves): readonly Branch[] => {
  const { people, within, areas, category } = query;
  const filter = filterOf(query, scope);
  const theirs = within === null ? [] : withinBranches(within, selves);
  const and = (branch: Branch, ...more: Filter[]): Branch => ({
    ...branch,
    filter: { $and: [filter, branch.filter, ...more] },
  });
  if (people !== null)
    return personBranches(people, selves).map((each) => and(each, ...(within === null ? [] : [anyOf(theirs)])));
  if (within !== null) return theirs.map((each) => and(each));
  const hint = areas !== null ? boardHints.area : category === null ? boardHints.newest : boardHints.category;
  return [{ filter, hint }];
};

/** What names the viewer and may be a complaint of them is hidden from them, unless they reported it. */
const shownTo = (viewer: string, selves: Selves): Filter => {
  const all = selves(viewer);
  return { $nor: [{ category: null, 'state.about': all, 'state.reporters.person': { $nin: all.$in } }] };
};

/** The bound is said once plainly: an index is entered there, and not read from its beginning. */
const behind = ({ reportedAt, number }: TicketCursor): Filter => ({
  'state.reportedAt': { $lte: reportedAt },
  $or: [{ 'state.reportedAt': { $lt: reportedAt } }, { 'state.reportedAt': reportedAt, number: { $lt: number } }],
});

const newestFirst = { 'state.reportedAt': -1, number: -1 } as const;

/** A head that says where it stands in a list. */
interface Placed extends Head {
  readonly number: number;
  readonly state: { readonly reportedAt: string };
}

const byNewest = (one: Placed, other: Placed): number => {
  const [first, second] = [one.state.reportedAt, other.state.reportedAt];
  return first === second ? other.number - one.number : first < second ? 1 : -1;
};

interface Asked {
  readonly sort: Record<string, 1 | -1>;
  readonly limit: number;
  readonly hint?: mongo.Document;
  readonly projection?: mongo.Document;
}

type Place = Parameters<BoardTickets['byPlace']>;

const finding = (needs: BoardTicketsNeeds) => {
  const { tables, scope, known, aliases } = needs;
  const selvesNow = async (): Promise<Selves> => {
    const all = await aliases();
    return (person) => ({ $in: selvesOf(person, all) });
  };

  const heads = <T extends Head>(filter: Filter, asked: Asked): Promise<T[]> =>
    tables.matters.raw.find<T>(filter, { projection: headFields, maxTimeMS: MOST_MS, ...asked }).toArray();

  /** The head of each, and the whole of those that are not known. */
  const found = async (filter: Filter, asked: Asked): Promise<readonly Stored<unknown>[]> =>
    known.of(await heads(filter, asked));

  const newest = async (branches: readonly Branch[], limit: number): Promise<readonly Stored<unknown>[]> => {
    const projection = { ...headFields, number: 1, 'state.reportedAt': 1 };
    const all = await Promise.all(
      branches.map(({ filter, hint }) => heads<Placed>(filter, { sort: newestFirst, limit, hint, projection })),
    );
    if (all.length === 1) return known.of(all.flat());
    const once = new Map(all.flat().map((head) => [head.id, head]));
    return known.of([...once.values()].sort(byNewest).slice(0, limit));
  };

  const counts = remember({
    ...{ ttlMs: COUNTED_MS, max: COUNTS },
    name: ([query, most]: readonly [TicketCount, number]) => JSON.stringify([query, most]),
    load: async ([query, most]) => {
      const selves = await selvesNow();
      const shown = shownTo(query.viewer, selves);
      const branches = branchesOf(query, scope, selves).map((each) => ({
        ...each,
        filter: { $and: [each.filter, shown] },
      }));
      const [only] = branches;
      const options = { limit: most, maxTimeMS: MOST_MS };
      return branches.length === 1 && only
        ? tables.matters.raw.countDocuments(only.filter, { ...options, hint: only.hint })
        : tables.matters.raw.countDocuments(anyOf(branches), options);
    },
  });

  const places = remember({
    ...{ ttlMs: COUNTED_MS, max: COUNTS },
    name: (asked: Place) => JSON.stringify(asked),
    load: ([asked, categories]: Place) => {
      const which = 'open' in asked ? { open: true } : { 'state.reportedAt': { $gte: asked.from, $lt: asked.to } };
      const among = { communityId: scope.communityId, kind: 'ticket', category: { $in: [...categories] }, ...which };
      const grouped = { $group: { _id: '$area', count: { $sum: 1 } } };
      return tables.matters.raw
        .aggregate<{ area: string | null; count: number }>(
          [{ $match: among }, grouped, { $project: { _id: 0, area: '$_id', count: 1 } }],
          { maxTimeMS: MOST_MS },
        )
        .toArray();
    },
  });

  return { selvesNow, found, newest, counts, places };
};

export const createBoardTickets = (needs: BoardTicketsNeeds): BoardTickets => {
  const { tables, scope, known } = needs;
  const { communityId } = scope;
  const { selvesNow, found, newest, counts, places } = finding(needs);
  const open = { communityId, kind: 'ticket', open: true };

  return {
    burning: (limit) => found({ ...open, 'state.class': 'critical', owner: null }, { sort: { number: -1 }, limit }),

    dueNext: async (within, limit) => {
      const only = within === null ? {} : anyOf(withinBranches(within, await selvesNow()));
      const filter = { ...open, dueAt: { $type: 'date' }, ...only };
      return found(filter, { sort: { dueAt: 1, _id: 1 }, limit, hint: dueIndex });
    },

    inHands: async (person, limit) => {
      const branches = personBranches([person], await selvesNow());
      const all = branches.map(({ filter, hint }) => found({ ...open, ...filter }, { sort: newestFirst, limit, hint }));
      return (await Promise.all(all)).flat();
    },

    page: async (query, after, limit) => {
      const branches = branchesOf(query, scope, await selvesNow());
      const from = (filter: Filter): Filter => (after === null ? filter : { $and: [filter, behind(after)] });
      return newest(
        branches.map(({ filter, hint }) => ({ filter: from(filter), hint })),
        limit,
      );
    },

    byIds: async (ids) => {
      const filter = { communityId, _id: { $in: ids.map((id) => scope.key(id)) } };
      return known.of(await tables.matters.raw.find<Head>(filter, { projection: headFields }).toArray());
    },

    byPlace: (asked, categories) => places.get([asked, categories]),

    count: (query, most) => counts.get([query, most]),

    saying: async (words, before, limit) => {
      const terms = termsOf(words);
      if (terms.length === 0) return [];
      const filter: Filter = {
        communityId,
        terms: { $all: terms, ...isString },
        ...(before === null
          ? {}
          : { at: { $lte: before.at }, $or: [{ at: { $lt: before.at } }, { at: before.at, id: { $lt: before.id } }] }),
      };
      return tables.words.raw
        .find(filter)
        .sort({ at: -1, id: -1 })
        .limit(limit)
        .maxTimeMS(MOST_MS)
        .project<{ matter: string; at: string; id: string }>({ _id: 0, matter: 1, at: 1, id: 1 })
        .toArray();
    },
  };
};

import { z } from 'zod';
import type { StoredMark } from '../../domain/rounds/give-marks';
import type { RoundMarks } from '../../usecases/ports-of-rounds';
import type { Tables } from '../models';
import { MarkDocument } from './round-documents';
import type { Scope } from '../scope';
import { markKey } from './write-marks';

const Counted = z.object({ _id: z.string(), count: z.int() });

const storedOf = (document: unknown): StoredMark => {
  const { version, state } = MarkDocument.parse(document);
  return { version, mark: state };
};

const countsOf = (found: readonly unknown[]): ReadonlyMap<string, number> =>
  new Map(found.map((each) => Counted.parse(each)).map(({ _id, count }) => [_id, count]));

export const createRoundMarks = ({ marks }: Pick<Tables, 'marks'>, scope: Scope): RoundMarks => {
  const { communityId } = scope;
  const withPlaque = { 'state.plaque': true, 'state.phase': 'posted' } as const;

  return {
    of: async (round, household) => {
      const found = await marks.raw.findOne({ _id: markKey(scope, round, household), communityId });
      return found === null ? null : storedOf(found);
    },

    inPhase: async (round, phases, limit) => {
      const found = await marks.raw
        .find({ communityId, round, 'state.phase': { $in: [...phases] } }, { projection: { events: 0 } })
        .sort({ household: 1 })
        .limit(limit)
        .toArray();
      return found.map((each) => storedOf({ ...each, events: [] }));
    },

    countByVillage: async (round) =>
      countsOf(
        await marks.raw
          .aggregate([{ $match: { communityId, round } }, { $group: { _id: '$state.village', count: { $sum: 1 } } }])
          .toArray(),
      ),

    markedIn: async (round, village) => {
      const found = await marks.raw
        .find({ communityId, round, 'state.village': village }, { projection: { household: 1 } })
        .toArray();
      return new Set(found.map(({ household }) => household));
    },

    plaques: async (round, limit) => {
      const filter = { communityId, round, ...withPlaque };
      const [count, found] = await Promise.all([
        marks.raw.countDocuments(filter),
        marks.raw
          .find(filter, { projection: { events: 0 } })
          .sort({ 'state.total': -1, household: 1 })
          .limit(limit)
          .toArray(),
      ]);
      return { count, marks: found.map((each) => storedOf({ ...each, events: [] })) };
    },

    plaquesOf: async (households) =>
      countsOf(
        await marks.raw
          .aggregate([
            { $match: { communityId, household: { $in: [...households] }, ...withPlaque } },
            { $group: { _id: '$household', count: { $sum: 1 } } },
          ])
          .toArray(),
      ),

    lastOf: async (household) => {
      const found = await marks.raw.findOne({ communityId, household }, { sort: { round: -1 } });
      return found === null ? null : storedOf(found);
    },
  };
};

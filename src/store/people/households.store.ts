import { z } from 'zod';
import { Household } from '../../domain/rounds/household';
import type { Households } from '../../usecases/ports-of-rounds';
import type { Tables } from '../models';
import { personOf } from './person-document';
import { HouseholdDocument } from '../books/round-documents';
import type { Scope } from '../scope';

const Counted = z.object({ _id: z.string(), count: z.int() });

type Needs = Pick<Tables, 'households' | 'people'>;

export const createHouseholds = (tables: Needs, { communityId, key }: Scope): Households => {
  const documentOf = (household: Household): HouseholdDocument =>
    HouseholdDocument.parse({ ...household, _id: key(household.id), communityId });

  return {
    byIds: async (ids) => {
      if (ids.length === 0) return [];
      const found = await tables.households.raw.find({ communityId, _id: { $in: ids.map((id) => key(id)) } }).toArray();
      return found.map((each) => Household.parse(each));
    },

    save: async (households) => {
      if (households.length === 0) return;
      await tables.households.raw.bulkWrite(
        households.map(documentOf).map((replacement) => ({
          replaceOne: { filter: { _id: replacement._id }, replacement, upsert: true },
        })),
        { ordered: false },
      );
    },

    peopleNamed: async (names) => {
      if (names.length === 0) return [];
      const wanted = [...names];
      const found = await tables.people.raw
        .find({ communityId, $or: [{ name: { $in: wanted } }, { _id: { $in: wanted.map((id) => key(id)) } }] })
        .toArray();
      return found.map(personOf);
    },

    ofPerson: async (person) => {
      const found = await tables.households.raw
        .find({ communityId, $or: [{ headPerson: person }, { members: person }] })
        .sort({ _id: 1 })
        .toArray();
      const own = found.map((each) => Household.parse(each));
      return [
        ...own.filter(({ headPerson }) => headPerson === person),
        ...own.filter((each) => each.headPerson !== person),
      ];
    },

    ofVillage: async (village, card) => {
      const found = await tables.households.raw
        .find({ communityId, village, ...(card === undefined ? {} : { card }) })
        .sort({ number: 1 })
        .collation({ locale: 'zh', numericOrdering: true })
        .toArray();
      return found.map((each) => Household.parse(each));
    },

    counts: async () => {
      const found = await tables.households.raw
        .aggregate([{ $match: { communityId } }, { $group: { _id: '$village', count: { $sum: 1 } } }])
        .toArray();
      return new Map(found.map((each) => Counted.parse(each)).map(({ _id, count }) => [_id, count]));
    },

    nameForHonours: async (household, name) => {
      await tables.households.raw.updateOne({ _id: key(household), communityId }, { $set: { honourName: name } });
    },

    link: async (household, person) => {
      const told = { headPerson: person, card: 'chat' as const };
      await tables.households.raw.updateOne({ _id: key(household), communityId }, { $set: told });
    },
  };
};

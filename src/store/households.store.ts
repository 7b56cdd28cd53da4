import { Household } from '../domain/rounds/household';
import type { Households } from '../usecases/ports-of-rounds';
import type { Tables } from './models';
import { personOf } from './person-document';
import { HouseholdDocument } from './round-documents';
import type { Scope } from './scope';

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
  };
};

import type { SavedViews } from '../../usecases/ports-of-views';
import type { Tables } from '../models';
import { SavedViewDocument } from './pages-documents';
import type { Scope } from '../scope';

const most = 20;

export const createSavedViews = (
  { savedViews }: Pick<Tables, 'savedViews'>,
  { communityId, key }: Scope,
): SavedViews => ({
  of: async (person) => {
    const found = await savedViews.raw.find({ communityId, person }).sort({ name: 1, _id: 1 }).limit(most).toArray();
    return found.map((each) => {
      const { id, name, query } = SavedViewDocument.parse(each);
      return { id, name, query };
    });
  },

  save: async (person, { id, name, query }) => {
    const same = await savedViews.raw.updateOne({ communityId, person, name }, { $set: { query } });
    if (same.matchedCount > 0) return true;
    if ((await savedViews.raw.countDocuments({ communityId, person }, { limit: most })) >= most) return false;
    await savedViews.raw.insertOne(SavedViewDocument.parse({ _id: key(id), communityId, id, person, name, query }));
    return true;
  },

  remove: async (person, id) => {
    await savedViews.raw.deleteOne({ _id: key(id), communityId, person });
  },
});

import { trusted } from 'mongoose';
import type { Words } from '../usecases/ports';
import { WordsDocument } from './documents';
import type { Tables } from './models';
import type { Scope } from './scope';

export const createWords = (tables: Pick<Tables, 'words'>, { communityId, key }: Scope): Words => ({
  keep: async (words) => {
    const document = WordsDocument.parse({ _id: key(words.id), communityId, ...words });
    await tables.words.model.updateOne({ _id: document._id }, { $setOnInsert: document }, { upsert: true });
  },

  /** In the order asked for; words that were erased are left out. */
  byIds: async (ids) => {
    if (ids.length === 0) return [];
    const found = await tables.words.model
      .find({ communityId, _id: trusted({ $in: ids.map((id) => key(id)) }) })
      .lean();
    const byId = new Map(found.map((each) => [each.id, WordsDocument.parse(each)]));
    return ids.flatMap((wanted) => {
      const words = byId.get(wanted);
      if (words === undefined) return [];
      const { id, matter, by, text, at } = words;
      return [{ id, matter, by, text, at }];
    });
  },
});

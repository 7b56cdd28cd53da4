import type { PostedRequest, PostedRequests } from '../../usecases/ports-of-open-data';
import type { Tables } from '../models';
import { PostedRequestDocument } from './open-data-documents';
import type { Scope } from '../scope';
import { isDuplicateKey } from '../transaction';

const postedOf = (document: unknown): PostedRequest => {
  const { cause, key, token, number } = PostedRequestDocument.parse(document);
  return { cause, key, token, number };
};

/** What other systems posted, by the cause of the ticket. */
export const createPostedRequests = (
  { postedRequests: { raw } }: Pick<Tables, 'postedRequests'>,
  { communityId, key }: Scope,
): PostedRequests => ({
  begin: async (posted) => {
    const document = { ...posted, _id: key(posted.cause), communityId, number: null, at: new Date() };
    try {
      await raw.insertOne(PostedRequestDocument.parse(document));
      return { ...posted, number: null };
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      return postedOf(await raw.findOne({ _id: document._id, communityId }));
    }
  },

  became: async (cause, number) => {
    await raw.updateOne({ _id: key(cause), communityId }, { $set: { number } });
  },

  byCauses: async (causes) =>
    (await raw.find({ _id: { $in: causes.map((cause) => key(cause)) }, communityId }).toArray()).map(postedOf),

  byToken: async (token) => {
    const found = await raw.findOne({ communityId, token });
    return found === null ? null : postedOf(found);
  },

  numbersOf: async (from, among) => {
    const found = await raw.find({ communityId, key: from, number: { $in: [...among] } }).toArray();
    return found.flatMap(({ number }) => (number === null ? [] : [number]));
  },
});

import type { PlatformStatuses } from '../../usecases/ports-of-platforms';
import { PlatformStatusDocument } from '../house-documents';
import type { Tables } from '../models';
import type { Scope } from '../scope';

/** One document an account of a platform, on the database's clock. */
export const createPlatformStatuses = (
  tables: Pick<Tables, 'platformStatuses'>,
  { communityId, key }: Scope,
): PlatformStatuses => ({
  put: async ({ platform, account, state, qr, as }) => {
    await tables.platformStatuses.raw.updateOne(
      { _id: key(platform, account) },
      [
        {
          $set: {
            ...{ communityId, qr: { $literal: qr }, as: { $literal: as } },
            ...{ platform: { $literal: platform }, account: { $literal: account } },
            since: { $cond: [{ $eq: ['$state', state] }, '$since', '$$NOW'] },
            state,
            seenAt: '$$NOW',
          },
        },
      ],
      { upsert: true },
    );
  },

  list: async () => {
    const found = await tables.platformStatuses.model.find({ communityId }).sort({ _id: 1 }).lean();
    return found.map((each) => {
      const { platform, account, state, qr, as, since, seenAt } = PlatformStatusDocument.parse(each);
      return { platform, account, state, qr, as, since, seenAt };
    });
  },
});

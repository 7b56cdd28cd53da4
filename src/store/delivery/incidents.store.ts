import type { Incidents } from '../../usecases/ports';
import { IncidentDocument } from '../house-documents';
import type { Tables } from '../models';
import type { Scope } from '../scope';

/** One document a subject: while it is open, the same trouble again is counted, not repeated. */
export const createIncidents = (tables: Pick<Tables, 'incidents'>, { communityId, key }: Scope): Incidents => ({
  open: async (subject, what, mend) => {
    const wasOpen = { $and: [{ $ne: [{ $type: '$since' }, 'missing'] }, { $eq: ['$closedAt', null] }] };
    await tables.incidents.raw.updateOne(
      { _id: key(subject) },
      [
        {
          $set: {
            communityId,
            subject: { $literal: subject },
            what: { $literal: what },
            mend: { $literal: mend },
            since: { $cond: [wasOpen, '$since', '$$NOW'] },
            times: { $cond: [wasOpen, { $add: ['$times', 1] }, 1] },
            closedAt: null,
          },
        },
      ],
      { upsert: true },
    );
  },

  close: async (subject) => {
    await tables.incidents.model.updateOne(
      { _id: key(subject), communityId, closedAt: null },
      { closedAt: new Date() },
    );
  },

  list: async () => {
    const found = await tables.incidents.model.find({ communityId, closedAt: null }).sort({ since: 1 }).lean();
    return found.map((each) => {
      const { subject, what, mend, since, times } = IncidentDocument.parse(each);
      return { subject, what, mend, since, times };
    });
  },
});

import { randomUUID } from 'node:crypto';
import type { Leases } from '../usecases/ports';
import { LeaseDocument } from './house-documents';
import type { Tables } from './models';
import type { Scope } from './scope';

const never = new Date(0);
const ifFree = (value: unknown, field: string) => ({ $cond: ['$free', value, `$${field}`] });

/**
 * Everything is measured on the database's clock ($$NOW), so that the clocks of hosts don't matter.
 * The document stays when a lease is given back: its fencing number must never fall.
 * A lease is not re-entrant: its own holder waits too.
 */
export const createLeases = (tables: Pick<Tables, 'leases'>, scope: Scope): Leases => {
  const leases = tables.leases.raw;

  return {
    take: async (name, holder, ttlMs) => {
      const token = randomUUID();
      const taken = await leases.findOneAndUpdate(
        { _id: scope.key(name) },
        [
          { $set: { free: { $lte: [{ $ifNull: ['$until', never] }, '$$NOW'] }, communityId: scope.communityId } },
          {
            $set: {
              fence: ifFree({ $add: [{ $ifNull: ['$fence', 0] }, 1] }, 'fence'),
              holder: ifFree({ $literal: holder }, 'holder'),
              token: ifFree(token, 'token'),
              until: ifFree({ $add: ['$$NOW', ttlMs] }, 'until'),
            },
          },
          { $unset: 'free' },
        ],
        { upsert: true, returnDocument: 'after' },
      );
      const lease = LeaseDocument.parse(taken);
      return lease.token === token ? { name, fence: lease.fence } : null;
    },

    renew: async ({ name, fence }, ttlMs) => {
      const renewed = await leases.updateOne(
        { _id: scope.key(name), communityId: scope.communityId, fence, $expr: { $gt: ['$until', '$$NOW'] } },
        [{ $set: { until: { $add: ['$$NOW', ttlMs] } } }],
      );
      return renewed.matchedCount === 1;
    },

    release: async ({ name, fence }) => {
      await leases.updateOne(
        { _id: scope.key(name), communityId: scope.communityId, fence },
        { $set: { until: never } },
      );
    },
  };
};

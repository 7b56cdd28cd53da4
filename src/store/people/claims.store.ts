import type { Claim, Claims } from '../../usecases/ports-of-people';
import type { Tables } from '../models';
import { ClaimDocument } from './people-documents';
import type { Scope } from '../scope';
import { isDuplicateKey } from '../transaction';

const claimOf = (document: unknown): Claim => {
  const { id, kind, person, of, area, at, state, by } = ClaimDocument.parse(document);
  return { id, kind, person, of, area, at, state, by };
};

export const createClaims = (tables: Pick<Tables, 'claims'>, { communityId, key }: Scope): Claims => {
  const byId = async (id: string): Promise<Claim | null> => {
    const found = await tables.claims.raw.findOne({ _id: key(id), communityId });
    return found === null ? null : claimOf(found);
  };
  return {
    byId,
    open: async (claim) => {
      const document = ClaimDocument.parse({ ...claim, _id: key(claim.id), communityId, state: 'open', by: null });
      try {
        await tables.claims.raw.insertOne(document);
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
      }
    },
    settle: async (id, state, by) => {
      await tables.claims.raw.updateOne({ _id: key(id), communityId, state: 'open' }, { $set: { state, by } });
      return byId(id);
    },
    linksOf: async (person) => {
      const mine = { $or: [{ person }, { of: person }] };
      const found = await tables.claims.raw
        .find({ communityId, kind: 'kin', state: 'granted', ...mine })
        .sort({ at: -1 })
        .toArray();
      return found.map(claimOf);
    },
    end: async (id) => {
      const done = await tables.claims.raw.updateOne(
        { _id: key(id), communityId, state: 'granted' },
        { $set: { state: 'ended' } },
      );
      return done.modifiedCount === 1;
    },
    openOf: async (person, kind) => {
      const found = await tables.claims.raw.findOne({ communityId, person, kind, state: 'open' });
      return found === null ? null : claimOf(found);
    },
  };
};

import type { Recomputation } from '../../usecases/ports';
import { baseOf } from '../packs/communities.store';
import { CommunityDocument } from '../documents';
import type { Tables } from '../models';
import type { Scope } from '../scope';

/** Stands beside the version that it follows: whoever raises that, from whatever process, has it done. */
export const createRecomputation = (
  { communities }: Pick<Tables, 'communities'>,
  { communityId }: Scope,
  forget: () => void,
): Recomputation => ({
  pending: async () => {
    const stored = await communities.raw.findOne({ _id: communityId });
    if (stored === null) return null;
    const { version, recomputed, recomputing, previous } = CommunityDocument.parse(stored);
    if (recomputed >= version) return null;
    // Another process may have changed it a moment ago: what is remembered here is older.
    forget();
    // Something changed once more on the way: from the beginning, so that nothing is missed.
    const after = recomputing?.version === version ? recomputing.after : 0;
    return { version, after, before: previous && baseOf(previous) };
  },

  reached: async (version, after) => {
    await communities.raw.updateOne({ _id: communityId, version }, { $set: { recomputing: { version, after } } });
  },

  finish: async (version) => {
    await communities.raw.updateOne(
      { _id: communityId, version },
      { $set: { recomputed: version, recomputing: null, previous: null } },
    );
  },
});

import type { mongo } from 'mongoose';
import type { Stored } from '../../usecases/ports';
import { asOnePerson, type Aliases } from '../people/as-one-person';
import { MatterDocument } from '../documents';
import type { Tables } from '../models';
import type { Scope } from '../scope';

/** What a list is found by: which matter, and which version of it. */
export interface Head {
  readonly id: string;
  readonly version: number;
}

/** What a query asks for when it wants heads only. */
export const headFields = { _id: 0, id: 1, version: 1 } as const;

export interface KnownMatters {
  /** In the order of the heads. */
  of(heads: readonly Head[]): Promise<readonly Stored<unknown>[]>;
}

/** So many are remembered; the one that was not asked for longest goes first. */
const MOST = 5_000;
/** Read again after so long all the same: a repair writes no version. */
const TTL_MS = 60_000;

/** One as it is stored, and as it reads while these are one person: the same object for as long as nothing changed. */
interface Known {
  readonly stored: Stored<unknown>;
  readonly shown: Stored<unknown>;
  readonly aliases: Aliases;
  readonly until: number;
}

/**
 * Matters by their heads, each read whole only when its version is not known here. The version comes from the database
 * each time, so that nothing old is shown.
 */
export const createKnownMatters = (
  { matters }: Pick<Tables, 'matters'>,
  { communityId, key }: Scope,
  aliases: () => Promise<Aliases>,
  most = MOST,
): KnownMatters => {
  const known = new Map<string, Known>();

  const show = (stored: Stored<unknown>, as: Aliases, until: number): Known => ({
    ...{ stored, aliases: as, until },
    shown: as.size === 0 ? stored : { ...stored, state: asOnePerson(stored.state, as) },
  });

  const keep = (id: string, one: Known): void => {
    known.delete(id);
    known.set(id, one);
    const [oldest] = known.keys();
    if (known.size > most && oldest !== undefined) known.delete(oldest);
  };

  const read = async (ids: readonly string[], as: Aliases): Promise<void> => {
    if (ids.length === 0) return;
    const until = performance.now() + TTL_MS;
    const filter: mongo.Filter<MatterDocument> = { _id: { $in: ids.map((id) => key(id)) }, communityId };
    for (const found of await matters.raw.find(filter).toArray()) {
      const { kind, id, number, version, state } = MatterDocument.parse(found);
      keep(id, show({ ref: { kind, id, number }, version, state }, as, until));
    }
  };

  return {
    of: async (heads) => {
      const as = await aliases();
      const now = performance.now();
      const isKnown = ({ id, version }: Head): boolean => {
        const one = known.get(id);
        return one !== undefined && one.stored.version >= version && one.until > now;
      };
      await read(
        heads.filter((head) => !isKnown(head)).map(({ id }) => id),
        as,
      );
      return heads.flatMap(({ id }) => {
        const one = known.get(id);
        if (one === undefined) return [];
        const isSame = one.aliases === as || (one.aliases.size === 0 && as.size === 0);
        const shown = isSame ? one : show(one.stored, as, one.until);
        keep(id, shown);
        return [shown.shown];
      });
    },
  };
};

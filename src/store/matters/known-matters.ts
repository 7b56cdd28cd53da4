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
const MOST = 10_000;
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

  const read = async (ids: readonly string[], as: Aliases): Promise<readonly Known[]> => {
    if (ids.length === 0) return [];
    const until = performance.now() + TTL_MS;
    const filter: mongo.Filter<MatterDocument> = { _id: { $in: ids.map((id) => key(id)) }, communityId };
    return (await matters.raw.find(filter).toArray()).map((found) => {
      const { kind, id, number, version, state } = MatterDocument.parse(found);
      return show({ ref: { kind, id, number }, version, state }, as, until);
    });
  };

  const isSame = (one: Known, as: Aliases): boolean => one.aliases === as || (one.aliases.size === 0 && as.size === 0);

  return {
    of: async (heads) => {
      const as = await aliases();
      const now = performance.now();
      const had = heads.flatMap(({ id, version }) => {
        const one = known.get(id);
        if (one === undefined || one.stored.version < version || one.until <= now) return [];
        return [isSame(one, as) ? one : show(one.stored, as, one.until)];
      });
      const hadIds = new Set(had.map(({ stored }) => stored.ref.id));
      const missing = heads.map(({ id }) => id).filter((id) => !hadIds.has(id));
      const all = new Map([...had, ...(await read(missing, as))].map((one) => [one.stored.ref.id, one]));
      // Kept only afterwards: what is kept last pushes out what was kept first, and all of it is wanted here.
      for (const [id, one] of all) keep(id, one);
      return heads.flatMap(({ id }) => all.get(id)?.shown ?? []);
    },
  };
};

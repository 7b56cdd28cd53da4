import type { Connection } from 'mongoose';
import type { PersonId } from '../../domain/ids';
import { createAudit } from '../privacy/audit.store';
import { selvesOf, type Aliases } from './as-one-person';
import type { Merge, Selves } from '../../usecases/ports-of-people';
import { mergePeople, partPeople } from './merge-people';
import type { Tables } from '../models';
import { MergeDocument } from './people-documents';
import { remember } from './remembered';
import type { Scope } from '../scope';
import { inTransactionAgain } from '../transaction';

export interface SelvesNeeds {
  readonly connection: Connection;
  readonly tables: Tables;
  readonly scope: Scope;
  /** People, chats and the community are not what memory knows. */
  readonly onChange: () => void;
  readonly ttlMs?: number;
}

export interface SelvesStore extends Selves {
  forget(): void;
}

const TTL_MS = 30_000;

const mergeOf = (document: unknown): Merge => {
  const { id, from, to, name, at, by } = MergeDocument.parse(document);
  return { id, from, to, name, at, by };
};

/** Somebody who was merged may since have become part of another. */
const followed = (direct: ReadonlyMap<PersonId, PersonId>): Aliases =>
  new Map(
    [...direct.keys()].map((from) => {
      const seen = new Set([from]);
      let to = from;
      for (let next = direct.get(to); next !== undefined && !seen.has(next); next = direct.get(to)) {
        seen.add(next);
        to = next;
      }
      return [from, to];
    }),
  );

export const readAliases = async (tables: Pick<Tables, 'merges'>, { communityId }: Scope): Promise<Aliases> => {
  const found = await tables.merges.raw.find({ communityId, partedAt: null }).toArray();
  return followed(new Map(found.map(({ from, to }) => [from, to])));
};

export const createSelves = (needs: SelvesNeeds): SelvesStore => {
  const { connection, tables, scope, onChange, ttlMs = TTL_MS } = needs;
  const { communityId, key } = scope;
  const known = remember({ ttlMs, max: 1, name: () => 'all', load: () => readAliases(tables, scope) });
  const aliases = (): Promise<Aliases> => known.get('all');
  const audit = createAudit(tables, scope, aliases);

  const changed = (): void => {
    known.forgetAll();
    onChange();
  };

  return {
    aliases,
    forget: () => known.forgetAll(),

    merge: async (merge) => {
      const done = await inTransactionAgain(connection, (session) => mergePeople({ tables, scope, session }, merge));
      changed();
      return done;
    },

    byId: async (id) => {
      const found = await tables.merges.raw.findOne({ _id: key(id), communityId });
      return found === null ? null : mergeOf(found);
    },

    lastOf: async (to) => {
      const [found] = await tables.merges.raw
        .find({ communityId, to, partedAt: null })
        .sort({ at: -1, _id: -1 })
        .limit(1)
        .toArray();
      return found === undefined ? null : mergeOf(found);
    },

    part: async (id, by, at) => {
      const parted = await inTransactionAgain(connection, (session) =>
        partPeople({ tables, scope, session }, { id, by, at }),
      );
      changed();
      return parted && mergeOf(parted);
    },

    mattersOf: async function* (people) {
      const all = await aliases();
      yield* audit.mattersOf(people.flatMap((person) => selvesOf(person, all)));
    },
    mend: (version, mended) => audit.mendMatter(version, mended),
  };
};

import type { Session, Sessions } from '../../usecases/ports-of-pages';
import type { Tables } from '../models';
import { SessionDocument } from './pages-documents';
import type { Scope } from '../scope';
import { hashOfSecret, newSecret } from '../secret-token';

const minute = 60_000;
/** An hour without a look ends it, and so does a working day. */
const IDLE_MS = 60 * minute;
const LONGEST_MS = 12 * 60 * minute;
/** Finding it is written down so often at most. */
const NOTED_MS = minute;
/** So many are known at once. */
const KNOWN = 2_000;

type Found = Promise<SessionDocument | null>;

/** What was read since the last write is not read again: what was ended anywhere is ended here at once. */
const reading = (tables: Pick<Tables, 'sessions'>, { communityId, key }: Scope) => {
  const known = new Map<string, { readonly written: string; readonly found: Found }>();

  const read = async (id: string): Found => {
    const found = await tables.sessions.raw.findOne({ _id: key(id), communityId });
    return found === null ? null : SessionDocument.parse(found);
  };

  const keep = (id: string, written: string): Found => {
    const one = { written, found: read(id) };
    known.delete(id);
    known.set(id, one);
    one.found.catch(() => known.get(id) === one && known.delete(id));
    const [oldest] = known.keys();
    if (known.size > KNOWN && oldest !== undefined) known.delete(oldest);
    return one.found;
  };

  return (id: string, written: string | null): Found => {
    if (written === null) return read(id);
    const had = known.get(id);
    return had?.written === written ? had.found : keep(id, written);
  };
};

/** Found by the hash of the token: whoever reads the database can open no session with it. */
export const createSessions = (tables: Pick<Tables, 'sessions'>, scope: Scope): Sessions => {
  const { communityId, key } = scope;
  const read = reading(tables, scope);
  return {
    open: async (person, device) => {
      const token = newSecret();
      const id = hashOfSecret(token);
      const now = Date.now();
      const document = SessionDocument.parse({
        ...{ _id: key(id), communityId, person, device },
        ...{ idleUntil: new Date(now + IDLE_MS), expireAt: new Date(now + LONGEST_MS) },
      });
      await tables.sessions.raw.insertOne(document);
      return { id, person, device, token };
    },

    find: async (token, written = null): Promise<Session | null> => {
      const id = hashOfSecret(token);
      const now = Date.now();
      const found = await read(id, written);
      if (found === null) return null;
      const { person, device, idleUntil, expireAt } = found;
      if (idleUntil.getTime() <= now || expireAt.getTime() <= now) return null;
      if (idleUntil.getTime() < now + IDLE_MS - NOTED_MS)
        await tables.sessions.raw.updateOne({ _id: key(id) }, { $set: { idleUntil: new Date(now + IDLE_MS) } });
      return { id, person, device };
    },

    end: async (token) => {
      await tables.sessions.raw.deleteOne({ _id: key(hashOfSecret(token)), communityId });
    },

    endAll: async (person) => (await tables.sessions.raw.deleteMany({ communityId, person })).deletedCount,
  };
};

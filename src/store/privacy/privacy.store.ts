import { randomUUID } from 'node:crypto';
import type { Connection } from 'mongoose';
import type { Erasure, KeepSince, Privacy, PrivacyNote, Retained } from '../../usecases/ports-of-privacy';
import { selvesOf, type Aliases } from '../people/as-one-person';
import { keepErasedLists } from '../backup/erased-list';
import { raiseVersion } from '../packs/communities.store';
import { erasePerson, erasePhotos, type ErasePersonNeeds } from './erase-person';
import { ErasureDocument, PrivacyLogDocument } from './privacy-documents';
import type { Scope } from '../scope';
import { inTransactionAgain } from '../transaction';

export interface PrivacyNeeds extends ErasePersonNeeds {
  readonly connection: Connection;
  readonly aliases: () => Promise<Aliases>;
  /** People were changed: memory is out of date. */
  readonly onErased: () => void;
}

const chunk = 500;

/** What is over; and what was said of a message goes with the message, for nothing closes it. */
const forgetTroubles = async ({ tables, scope }: PrivacyNeeds, since: KeepSince): Promise<number> => {
  const over = { closedAt: { $lt: new Date(since.troubles) } };
  const ofMessages = { subject: /^(?:refused|recall):/u, since: { $lt: new Date(since.messages) } };
  const { communityId } = scope;
  return (await tables.incidents.raw.deleteMany({ communityId, $or: [over, ofMessages] })).deletedCount;
};

/** Of these documents, those whose matter is not open any more; chunk by chunk. */
const retain = async (needs: PrivacyNeeds, since: KeepSince): Promise<Retained> => {
  const { tables, scope } = needs;
  const { communityId, key } = scope;
  const openAmong = async (ids: readonly string[]): Promise<ReadonlySet<string>> => {
    const keys = [...new Set(ids)].map((id) => key(id));
    const open = await tables.matters.raw.find({ _id: { $in: keys }, communityId, open: true }).toArray();
    return new Set(open.map(({ id }) => id));
  };
  const each = async (
    found: AsyncIterable<{ readonly _id: string; readonly of: string }>,
    erase: (ids: string[]) => Promise<number>,
  ): Promise<number> => {
    let count = 0;
    let batch: { readonly _id: string; readonly of: string }[] = [];
    const flush = async () => {
      const open = await openAmong(batch.map(({ of }) => of));
      count += await erase(batch.filter(({ of }) => !open.has(of)).map(({ _id }) => _id));
      batch = [];
    };
    for await (const one of found) if (batch.push(one) === chunk) await flush();
    await flush();
    return count;
  };
  const words = await each(
    tables.words.raw
      .find({ communityId, at: { $lt: since.words } })
      .project<{ _id: string; of: string }>({ of: '$matter' }),
    async (ids) => (await tables.words.raw.deleteMany({ _id: { $in: ids } })).deletedCount,
  );
  const photos = await each(
    tables.photos.raw
      .find({ communityId, at: { $lt: since.photos }, state: 'kept' })
      .project<{ _id: string; of: string }>({ of: '$matter' }),
    (ids) => erasePhotos(needs, tables.photos.raw.find({ _id: { $in: ids } }), 'kept long enough'),
  );
  const messages = await each(
    tables.outbox.raw
      .find({ communityId, pending: false, createdAt: { $lt: new Date(since.messages) } })
      .project<{ _id: string; of: string }>({ of: { $ifNull: ['$matter.id', ''] } }),
    async (ids) => (await tables.outbox.raw.deleteMany({ _id: { $in: ids } })).deletedCount,
  );
  return { words, photos, messages, troubles: await forgetTroubles(needs, since) };
};

const wishOf = ({ person, askedAt, dueAt }: ErasureDocument): Erasure => ({ person, askedAt, dueAt });

const noteOf = ({ _id, at, kind, counts, since }: PrivacyLogDocument, { key }: Scope): PrivacyNote => ({
  id: _id.slice(key('').length),
  ...{ at, kind, counts, since },
});

/** What people wish to have forgotten, and what has been kept long enough. */
export const createPrivacy = (needs: PrivacyNeeds): Privacy => {
  const { connection, tables, scope, aliases, onErased } = needs;
  const { communityId, key } = scope;
  const note = async (entry: Omit<PrivacyLogDocument, '_id' | 'communityId'>): Promise<void> => {
    await tables.privacyLog.raw.insertOne(PrivacyLogDocument.parse({ ...entry, _id: key(randomUUID()), communityId }));
  };
  const setErasure: Privacy['setErasure'] = async (person, erasure) => {
    const _id = key(person);
    if (erasure === null) {
      const selves = selvesOf(person, await aliases());
      await tables.erasures.raw.deleteMany({ communityId, person: { $in: selves } });
    } else {
      const document = ErasureDocument.parse({ ...erasure, _id, communityId, person });
      await tables.erasures.raw.replaceOne({ _id }, document, { upsert: true });
    }
  };
  return {
    setErasure,

    erasureOf: async (person) => {
      const found = await tables.erasures.raw.findOne({ _id: key(person), communityId });
      return found === null ? null : wishOf(ErasureDocument.parse(found));
    },

    wishesOf: async (person) => {
      const selves = { $in: selvesOf(person, await aliases()) };
      const found = await tables.erasures.raw
        .find({ communityId, person: selves, dueAt: { $ne: null } })
        .sort({ dueAt: 1 })
        .toArray();
      return found.map((each) => ErasureDocument.parse(each)).map(wishOf);
    },

    kept: async (person) => {
      const selves = { $in: selvesOf(person, await aliases()) };
      const [accounts, words, photos] = await Promise.all([
        tables.identities.raw.find({ communityId, person: selves }).toArray(),
        tables.words.raw
          .find({ communityId, by: selves, sealed: { $ne: true } })
          .sort({ at: 1 })
          .toArray(),
        tables.photos.raw.find({ communityId, by: selves, state: 'kept' }).sort({ at: 1 }).toArray(),
      ]);
      return {
        accounts: accounts.map(({ platform, nativeId }) => ({ platform, account: nativeId })),
        words: words.map(({ at, matter, text }) => ({ at, matter, text })),
        photos: photos.map(({ at, matter }) => ({ at, matter })),
      };
    },

    due: async (at, limit) =>
      (
        await tables.erasures.raw
          .find({ communityId, dueAt: { $lte: at } })
          .sort({ dueAt: 1 })
          .limit(limit)
          .toArray()
      ).map(({ person }) => person),

    erase: async (person, spared) => {
      const erased = await erasePerson(needs, person, spared, await aliases());
      // Other processes forget what they remember of people when it grows.
      await inTransactionAgain(connection, (session) => raiseVersion(tables, scope, session));
      onErased();
      return erased;
    },

    erased: async (person, at, what, again) => {
      await note({ at, kind: 'erasure', person, counts: { ...what }, since: null });
      // Before the wish is over: a backup that is put back must know of it.
      await keepErasedLists(tables, communityId);
      await setErasure(person, again === null ? null : { askedAt: at, dueAt: again });
    },

    lastRetention: async () => {
      const found = await tables.privacyLog.raw.findOne({ communityId, kind: 'retention' }, { sort: { at: -1 } });
      return found === null ? null : PrivacyLogDocument.parse(found).at;
    },

    retain: async (since, at) => {
      const gone = await retain(needs, since);
      await note({ at, kind: 'retention', person: null, counts: { ...gone }, since: { ...since } });
      return gone;
    },

    notes: async (before, limit) => {
      const earlier = before && [{ at: { $lt: before.at } }, { at: before.at, _id: { $lt: key(before.id) } }];
      const found = await tables.privacyLog.raw
        .find({ communityId, ...(earlier && { $or: earlier }) })
        .sort({ at: -1, _id: -1 })
        .limit(limit)
        .toArray();
      return found.map((each) => noteOf(PrivacyLogDocument.parse(each), scope));
    },
  };
};

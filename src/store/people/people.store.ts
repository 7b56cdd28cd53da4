import type { Connection, mongo } from 'mongoose';
import type { Person } from '../../domain/community/community';
import type { PersonId } from '../../domain/ids';
import type { InboundSender } from '../../usecases/inbound';
import type { People } from '../../usecases/ports';
import { raiseVersion } from '../packs/communities.store';
import { DutyChangeDocument, IdentityDocument } from '../documents';
import type { Tables } from '../models';
import { isOfficer, personDocument, personOf } from './person-document';
import { remember } from './remembered';
import { shortHash, type Scope } from '../scope';
import { inTransactionAgain, isDuplicateKey } from '../transaction';

interface Identity {
  readonly platform: string;
  readonly nativeId: string;
}

export interface PeopleNeeds {
  readonly connection: Connection;
  readonly tables: Pick<Tables, 'people' | 'identities' | 'dutyChanges' | 'communities'>;
  readonly scope: Scope;
  readonly onCommunity: () => void;
  /** Notes where a person can be written to in private. */
  readonly openPrivate: (chat: Identity & { account: string; person: PersonId; title: string }) => Promise<void>;
  readonly ttlMs?: number;
}

export interface PeopleStore extends People {
  /** People changed here: memory is out of date. */
  forget(): void;
}

/** Long, because whatever changes it raises the community's version, and then all processes forget. */
const TTL_MS = 10 * 60_000;
const MAX_IDENTITIES = 20_000;
const MAX_PEOPLE = 5_000;

const identityKey = ({ platform, nativeId }: Identity): string => JSON.stringify([platform, nativeId]);
/** The same, for memory only: a platform's name holds no blank. */
const identityName = ({ platform, nativeId }: Identity): string => `${platform} ${nativeId}`;

/** The same stranger is the same guest in every process and after every restart, without a write. */
const guestId = (identity: Identity, times: number): PersonId =>
  `guest-${shortHash(`${identityKey(identity)}${times === 0 ? '' : ` ${times}`}`)}`;

export const identityDocument = (
  person: PersonId,
  { platform, nativeId }: Identity,
  { communityId, key }: Scope,
): IdentityDocument => ({
  _id: key(identityKey({ platform, nativeId })),
  communityId,
  platform,
  nativeId,
  person,
  fromPack: false,
});

const insertMissing = async <T extends { _id: string }>(
  collection: mongo.Collection<T>,
  document: mongo.OptionalUnlessRequiredId<T>,
): Promise<void> => {
  try {
    await collection.insertOne(document);
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
  }
};

const finding = (needs: PeopleNeeds) => {
  const { tables, scope } = needs;
  const { communityId, key } = scope;
  const person = async (id: PersonId): Promise<Person | null> => {
    const found = await tables.people.raw.findOne({ _id: key(id), communityId });
    return found === null ? null : personOf(found);
  };

  const identity = async (of: Identity) => {
    const bound = await tables.identities.raw.findOne({ _id: key(identityKey(of)), communityId });
    if (bound !== null) return { person: IdentityDocument.parse(bound).person, known: true };
    // Somebody who was forgotten, however often, is a new guest and not the old one.
    for (let times = 0; ; times += 1) {
      const guest = guestId(of, times);
      const found = await tables.people.raw.findOne(
        { _id: key(guest), communityId },
        { projection: { _id: 1, erasedAt: 1 } },
      );
      if (found?.erasedAt == null) return { person: guest, known: found !== null };
    }
  };

  /** Each write is an insert of what is missing: two processes that meet somebody at once store them once. */
  const meet = async ({
    person: id,
    name,
    identity: { platform, account, nativeId },
  }: InboundSender): Promise<Person> => {
    const known = await person(id);
    const met: Person = known ?? { id, name, roles: [], building: null, language: 'zh', guest: true };
    if (known === null) await insertMissing(tables.people.raw, personDocument(met, scope, { from: 'words' }));
    const bound = identityDocument(id, { platform, nativeId }, scope);
    await insertMissing(tables.identities.raw, bound);
    await needs.openPrivate({ platform, account, nativeId, person: id, title: name });
    return met;
  };

  return { person, identity, meet };
};

const remembering = (needs: PeopleNeeds) => {
  const { ttlMs = TTL_MS } = needs;
  const find = finding(needs);
  return {
    people: remember({ ttlMs, max: MAX_PEOPLE, name: (id: PersonId) => id, load: find.person }),
    identities: remember({ ttlMs, max: MAX_IDENTITIES, name: identityName, load: find.identity }),
    met: remember({
      ttlMs,
      max: MAX_PEOPLE,
      name: ({ person, identity }: InboundSender) => JSON.stringify([person, identity.platform, identity.nativeId]),
      load: find.meet,
    }),
  };
};

export const createPeople = (needs: PeopleNeeds): PeopleStore => {
  const { connection, tables, scope, onCommunity } = needs;
  const { communityId, key } = scope;
  const { people, identities, met } = remembering(needs);

  const forget = () => {
    people.forgetAll();
    identities.forgetAll();
    met.forgetAll();
  };

  return {
    forget,
    meet: (sender) => met.get(sender),
    identify: (identity) => identities.get(identity),
    byId: (id) => people.get(id),
    byName: async (name) =>
      (await tables.people.model.find({ communityId, name }).sort({ _id: 1 }).lean()).map(personOf),

    byIds: async (ids) => {
      const found = await people.getMany([...new Set(ids)], async (missing) => {
        const filter = { communityId, _id: { $in: missing.map((id) => key(id)) } };
        return new Map((await tables.people.raw.find(filter).toArray()).map((each) => [each.id, personOf(each)]));
      });
      return ids.flatMap((id) => found.get(id) ?? []);
    },

    grant: async (person, name, role, area) => {
      const officer = isOfficer([{ role }]);
      const first = { communityId, id: person, packRoles: [], building: null, language: 'zh' as const };
      await inTransactionAgain(connection, async (session) => {
        await tables.people.raw.updateOne(
          { _id: key(person) },
          {
            $set: { name, guest: false, ...(officer && { officer }) },
            $addToSet: { grantedRoles: { role, area } },
            $setOnInsert: { ...first, ...(!officer && { officer }) },
          },
          { upsert: true, session },
        );
        await raiseVersion(tables, scope, session);
      });
      forget();
      onCommunity();
    },

    bindIdentity: async (person, { platform, nativeId }) => {
      const document = identityDocument(person, { platform, nativeId }, scope);
      await inTransactionAgain(connection, async (session) => {
        await tables.identities.raw.replaceOne({ _id: document._id }, document, { upsert: true, session });
        // Other processes forget what they remember of people when it grows.
        await raiseVersion(tables, scope, session);
      });
      forget();
      onCommunity();
    },

    livesIn: async (person, building) => {
      await inTransactionAgain(connection, async (session) => {
        await tables.people.raw.updateOne({ _id: key(person), communityId }, { $set: { building } }, { session });
        await raiseVersion(tables, scope, session);
      });
      forget();
      onCommunity();
    },

    speakTo: async (person, speaks) => {
      await tables.people.raw.updateOne({ _id: key(person), communityId }, { $set: { speaks } });
      forget();
    },

    wishToSearch: async (person, yes) => {
      await tables.people.raw.updateOne(
        { _id: key(person), communityId },
        { $set: { searches: yes, searchesNot: !yes } },
      );
    },

    searchHelpers: async (now) => {
      const onShift = { shiftUntil: { $gt: new Date(now) }, searchesNot: { $ne: true } };
      const found = await tables.people.raw.find({ communityId, $or: [{ searches: true }, onShift] }).toArray();
      return found.map(personOf).sort((one, other) => (one.id < other.id ? -1 : 1));
    },

    setShift: async (person, { station, until }) => {
      const set = {
        ...(station !== undefined && { station }),
        ...(until !== undefined && { shiftUntil: until === null ? null : new Date(until) }),
      };
      await tables.people.raw.updateOne({ _id: key(person), communityId }, { $set: set });
    },

    nameForHonours: async (person, name) => {
      await tables.people.raw.updateOne({ _id: key(person), communityId }, { $set: { honourName: name } });
    },

    honourNames: async (ids) => {
      const found = await tables.people.raw
        .find({ communityId, _id: { $in: ids.map((id) => key(id)) }, honourName: { $type: 'string' } })
        .toArray();
      return new Map(found.flatMap(({ id, honourName }) => (honourName === null ? [] : [[id, honourName] as const])));
    },

    changeDuty: async (change) => {
      const _id = key(shortHash(JSON.stringify(change)));
      const document = DutyChangeDocument.parse({ ...change, _id, communityId });
      await inTransactionAgain(connection, async (session) => {
        await tables.dutyChanges.raw.replaceOne({ _id }, document, { upsert: true, session });
        await raiseVersion(tables, scope, session);
      });
      onCommunity();
    },
  };
};

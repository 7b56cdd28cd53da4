import { createHash } from 'node:crypto';
import type { Connection, mongo } from 'mongoose';
import type { Pack } from '../../usecases/packs/pack';
import { ChatDocument, CommunityDocument } from '../documents';
import type { Tables } from '../models';
import { identityDocument } from '../people/people.store';
import { isOfficer, personDocument } from '../people/person-document';
import type { Scope } from '../scope';
import { inTransactionAgain } from '../transaction';

type Needs = Pick<Tables, 'communities' | 'people' | 'identities' | 'chats' | 'households'>;

interface Loading {
  readonly tables: Needs;
  readonly scope: Scope;
  readonly session: mongo.ClientSession;
}

/** A chat or person of the pack as one platform names it. */
interface Named {
  readonly platform: string;
  readonly nativeId: string;
}

export interface LoadPackNeeds {
  readonly connection: Connection;
  readonly tables: Needs;
  readonly scope: Scope;
  readonly onLoaded: () => void;
}

/** On these platforms (the sandbox) the pack's own ids of people and groups are the platform's ids. */
export interface LoadPackOptions {
  readonly ownIdsOn?: readonly string[];
}

/** Roles of the pack replace those of the pack before; roles given by chat stay. People who left it keep only those. */
const loadPeople = async ({ tables, scope, session }: Loading, { people }: Pack): Promise<void> => {
  const { communityId, key } = scope;
  await tables.people.raw.updateMany(
    { communityId, _id: { $nin: people.map(({ id }) => key(id)) }, packRoles: { $ne: [] } },
    { $set: { packRoles: [] } },
    { session },
  );
  if (people.length === 0) return;
  await tables.people.raw.bulkWrite(
    people.map((person) => {
      const document = personDocument(person, scope, { from: 'pack' });
      const { id, name, packRoles, officer, language, guest, building } = document;
      // What people said of themselves since stays; also where they live, when the pack does not know.
      const { _id, building: _home, ...own } = document;
      const fields = { id, name, packRoles, officer, language, guest, ...(building !== null && { building }) };
      const since = Object.fromEntries(Object.entries(own).filter(([field]) => !(field in fields)));
      return {
        updateOne: {
          filter: { _id },
          update: { $set: fields, $setOnInsert: { ...since, ...(building === null && { building }) } },
          upsert: true,
        },
      };
    }),
    { session },
  );
};

/** Whoever wished to be forgotten stays so, whatever the pack still says of them. */
const erasedOf = async ({ tables, scope, session }: Loading, { people }: Pack): Promise<ReadonlySet<string>> => {
  const { communityId, key } = scope;
  const filter = { communityId, _id: { $in: people.map(({ id }) => key(id)) }, erasedAt: { $type: 'date' as const } };
  return new Set((await tables.people.raw.find(filter, { session }).toArray()).map(({ id }) => id));
};

/** Who is an officer follows from all roles, whoever gave them. */
const markOfficers = async ({ tables, scope: { communityId }, session }: Loading): Promise<void> => {
  const withRoles = [{ officer: true }, { 'packRoles.0': { $exists: true } }, { 'grantedRoles.0': { $exists: true } }];
  const people = await tables.people.raw.find({ communityId, $or: withRoles }, { session }).toArray();
  const wrong = people.filter((each) => each.officer !== isOfficer([...each.packRoles, ...each.grantedRoles]));
  if (wrong.length === 0) return;
  await tables.people.raw.bulkWrite(
    wrong.map(({ _id, officer }) => ({ updateOne: { filter: { _id }, update: { $set: { officer: !officer } } } })),
    { session },
  );
};

type KnownAs = Named & { readonly person: string };

const loadIdentities = async ({ tables, scope, session }: Loading, known: readonly KnownAs[]): Promise<void> => {
  const documents = known.map((each) => ({ ...identityDocument(each.person, each, scope), fromPack: true }));
  const left = { communityId: scope.communityId, fromPack: true, _id: { $nin: documents.map(({ _id }) => _id) } };
  await tables.identities.raw.deleteMany(left, { session });
  if (documents.length === 0) return;
  await tables.identities.raw.bulkWrite(
    documents.map((replacement) => ({
      replaceOne: { filter: { _id: replacement._id }, replacement, upsert: true },
    })),
    { session },
  );
};

/** Whom a platform knows can be written to in private, though they never wrote. */
const openPrivateChats = async (
  { tables, scope: { communityId, key }, session }: Loading,
  known: readonly KnownAs[],
  people: Pack['people'],
): Promise<void> => {
  const nameOf = new Map(people.map(({ id, name }) => [id, name]));
  for (const { platform, nativeId, person } of known) {
    const filter = { communityId, platform, nativeIds: nativeId };
    const met = await tables.chats.raw.updateOne(filter, { $set: { person } }, { session });
    if (met.matchedCount > 0) continue;
    const id = `${person}@${platform}`;
    const document = ChatDocument.parse({
      ...{ _id: key(id), communityId, id, platform, nativeId, nativeIds: [nativeId], account: platform },
      ...{ kind: 'private', title: nameOf.get(person) ?? person, person, purpose: null, area: null },
      ...{ state: 'active', lastUsedAt: new Date(0), fromPack: false, menu: null, leftMenu: null },
    } satisfies ChatDocument);
    await tables.chats.raw.replaceOne({ _id: document._id }, document, { upsert: true, session });
  }
};

const loadChat = async (
  { tables, scope, session }: Loading,
  chat: Pack['chats'][number],
  { platform, nativeId }: Named,
): Promise<string> => {
  const { communityId, key } = scope;
  const bound = { title: chat.title, purpose: chat.purpose, area: chat.area, fromPack: true };
  const filter = { communityId, platform, nativeIds: nativeId };
  const met = await tables.chats.raw.findOneAndUpdate(filter, { $set: bound }, { session });
  if (met !== null) return met._id;
  const id = `${chat.id}@${platform}`;
  const first = { account: platform, person: null, state: 'active' as const, lastUsedAt: new Date() };
  const document = ChatDocument.parse({
    ...{ _id: key(id), communityId, id, platform, nativeId, nativeIds: [nativeId], kind: 'group', ...bound, ...first },
  });
  // The pack may have moved the group to another id of the platform: the chat stays the same.
  await tables.chats.raw.replaceOne({ _id: document._id }, document, { upsert: true, session });
  return document._id;
};

const loadChats = async (loading: Loading, pack: Pack, ownIdsOn: readonly string[]): Promise<void> => {
  const { tables, scope, session } = loading;
  const loaded: string[] = [];
  for (const chat of pack.chats) {
    const own = ownIdsOn.map((platform) => ({ platform, nativeId: chat.id }));
    for (const named of [...chat.nativeIds, ...own]) loaded.push(await loadChat(loading, chat, named));
  }
  await tables.chats.raw.updateMany(
    { communityId: scope.communityId, fromPack: true, _id: { $nin: loaded } },
    { $set: { purpose: null, area: null, fromPack: false } },
    { session },
  );
};

/** Households of the pack; those that came by a spreadsheet, and what households chose since, stay. */
const loadHouseholds = async ({ tables, scope, session }: Loading, { households }: Pack): Promise<void> => {
  if (households.length === 0) return;
  await tables.households.raw.bulkWrite(
    households.map(({ honourName, ...household }) => {
      const fields = { ...household, members: [...household.members], communityId: scope.communityId };
      const update = { $set: fields, $setOnInsert: { honourName } };
      return { updateOne: { filter: { _id: scope.key(household.id) }, update, upsert: true } };
    }),
    { session },
  );
};

const loadCommunity = async ({ tables, scope, session }: Loading, pack: Pack, fingerprint: string): Promise<void> => {
  const { officers: _officers, groups: _groups, dutyChanges: _dutyChanges, ...base } = pack.community;
  const { communityId } = scope;
  CommunityDocument.parse({ _id: communityId, communityId, version: 1, fingerprint, base });
  const stored = await tables.communities.raw.findOne({ _id: communityId }, { session });
  // Until open matters were brought to the last pack, they still go by the one before it.
  const previous = stored?.previous ?? stored?.base ?? null;
  await tables.communities.raw.updateOne(
    { _id: communityId },
    { $set: { communityId, fingerprint, base, previous }, $inc: { version: 1 } },
    { upsert: true, session },
  );
};

/** Stores what the pack says. The same pack again changes nothing, so that what people said since stays as it is. */
export const createSavePack =
  ({ connection, tables, scope, onLoaded }: LoadPackNeeds) =>
  async (pack: Pack, { ownIdsOn = [] }: LoadPackOptions = {}): Promise<'loaded' | 'unchanged'> => {
    const { communityId } = scope;
    if (pack.community.id !== communityId)
      throw new Error(`The pack is of community "${pack.community.id}", this store is of "${communityId}".`);
    const fingerprint = createHash('sha256')
      .update(JSON.stringify([pack, ownIdsOn]))
      .digest('hex');
    const own = pack.people
      .filter(({ id }) => !pack.offline.includes(id))
      .flatMap(({ id }) => ownIdsOn.map((platform) => ({ platform, nativeId: id, person: id })));
    const known = [...pack.identities, ...own];
    const outcome = await inTransactionAgain(connection, async (session) => {
      const stored = await tables.communities.raw.findOne({ _id: communityId }, { session });
      if (stored?.fingerprint === fingerprint) return 'unchanged';
      const loading = { tables, scope, session };
      const erased = await erasedOf(loading, pack);
      const people = pack.people.filter(({ id }) => !erased.has(id));
      const accounts = known.filter(({ person }) => !erased.has(person));
      await loadPeople(loading, { ...pack, people });
      await loadIdentities(loading, accounts);
      await openPrivateChats(loading, accounts, people);
      await loadChats(loading, pack, ownIdsOn);
      await loadHouseholds(loading, pack);
      await markOfficers(loading);
      await loadCommunity(loading, pack, fingerprint);
      return 'loaded';
    });
    if (outcome === 'loaded') onLoaded();
    return outcome;
  };

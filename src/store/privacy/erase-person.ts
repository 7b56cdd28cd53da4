import type { mongo } from 'mongoose';
import type { MatterId, PersonId } from '../../domain/ids';
import type { WordingKey } from '../../domain/wording/params';
import type { Erased } from '../../usecases/ports-of-privacy';
import { selvesOf, type Aliases } from '../people/as-one-person';
import { PhotoDocument } from '../documents';
import { eraseIncidents } from './erase-incidents';
import { forgetInVersions } from '../packs/forget-in-versions';
import type { GridFiles } from '../photos/grid-files';
import type { Tables } from '../models';
import type { Scope } from '../scope';

export interface ErasePersonNeeds {
  readonly tables: Tables;
  readonly files: GridFiles;
  readonly scope: Scope;
}

/** Messages to whoever has no account any more go to this platform, which is none. */
export const erasedPlatform = 'erased';

/** Messages that hold a name, or what somebody said of theirs, as text; a test asks this of each new message. */
export const tellsNames: WordingKey[] = [
  'points.honours-named',
  'self.perhaps-known',
  'self.claimed',
  'self.confirm',
  'self.joined-staff',
  'self.part-ask',
  'self.parted',
];

/** The pictures first, then the document that names them: what a crash leaves behind is found again. */
export const erasePhotos = async (
  { tables: { photos }, files }: ErasePersonNeeds,
  cursor: mongo.FindCursor<mongo.WithId<PhotoDocument>>,
  why: string,
): Promise<number> => {
  let count = 0;
  for await (const found of cursor) {
    const { full, preview, public: copy } = PhotoDocument.parse(found);
    for (const file of [full, preview, copy]) if (file !== null) await files.remove(file);
    const nothing = { full: null, preview: null, public: null, place: null, taken: null, hash: null, digest: null };
    await photos.raw.updateOne({ _id: found._id }, { $set: { ...nothing, state: 'refused', why, 'source.ref': '' } });
    count += 1;
  }
  return count;
};

/** Whoever they said they were was told, with their name; whoever they once were one with stands in what staff heard. */
const namesToldOthers = async ({ claims, merges }: Tables, communityId: string, selves: string[]) => {
  const theirs = { $in: selves };
  const said = await claims.raw.find({ communityId, person: theirs }).toArray();
  const joined = await merges.raw.find({ communityId, from: theirs, name: { $ne: '' } }).toArray();
  return [
    { 'say.params.claim': { $in: said.map(({ id }) => id) } },
    ...joined.map(({ to, name }) => ({ 'say.params.of': to, 'say.params.name': name })),
  ];
};

/** What staff and others were told of new accounts shows the names that these had. */
const namesSaid = async (tables: Tables, communityId: string, selves: string[]): Promise<void> => {
  const { outbox } = tables;
  const theirs = { $in: selves };
  const ofThem = {
    communityId,
    'say.wording': { $in: tellsNames },
    $or: [
      { person: theirs },
      { 'say.params.of': theirs },
      { 'say.params.person': theirs },
      ...(await namesToldOthers(tables, communityId, selves)),
    ],
  };
  for (const name of ['say.params.name', 'say.params.said'])
    await outbox.raw.updateMany({ ...ofThem, [name]: { $type: 'string' } }, { $set: { [name]: '' } });
};

/** Nobody is there any more; what was said there stays, without the platform's ids. */
const privateChats = async ({ tables, scope }: ErasePersonNeeds, selves: string[]): Promise<void> => {
  const { communityId } = scope;
  const chats = await tables.chats.raw.find({ communityId, kind: 'private', person: { $in: selves } }).toArray();
  for (const { _id, id, platform, nativeId, menu } of chats) {
    const gone = { platform: erasedPlatform, account: '', nativeId: id, nativeIds: [id], title: '', fromPack: false };
    // The one thing still to be done there: a list of commands that shows what they were.
    const leftMenu =
      typeof menu === 'string' && platform !== erasedPlatform ? { leftMenu: { platform, nativeId } } : {};
    await tables.chats.raw.updateOne({ _id }, { $set: { ...gone, ...leftMenu } });
  }
  await tables.outbox.raw.updateMany(
    { communityId, chat: { $in: chats.map(({ id }) => id) } },
    { $set: { sentAs: [], questionOpen: false, lastError: null } },
  );
  await eraseIncidents(tables, scope, { selves, chats: chats.map(({ id }) => id) });
};

/** Nothing to be parted again is left of those who are forgotten whole; of one half, what takes its accounts back. */
const mergesOf = async ({ merges, chats }: Tables, communityId: string, selves: string[]): Promise<void> => {
  const theirs = { $in: selves };
  const halves = await merges.raw.find({ communityId, from: theirs }).toArray();
  // A private chat that is the other's by now bears the name still.
  const moved = { communityId, kind: 'private' as const, id: { $in: halves.flatMap((half) => half.chats) } };
  await chats.raw.updateMany(moved, { $set: { title: '' } });
  const over = [{ to: theirs }, { from: theirs, partedAt: { $ne: null } }];
  await merges.raw.updateMany({ communityId, $or: over }, { $set: { name: '', identities: [] } });
  await merges.raw.updateMany({ communityId, from: theirs }, { $set: { name: '' } });
};

const accounts = async (needs: ErasePersonNeeds, selves: string[]): Promise<number> => {
  const { tables, scope } = needs;
  const { communityId, key } = scope;
  const { deletedCount } = await tables.identities.raw.deleteMany({ communityId, person: { $in: selves } });
  await privateChats(needs, selves);
  await namesSaid(tables, communityId, selves);
  await mergesOf(tables, communityId, selves);
  await tables.claims.raw.deleteMany({ communityId, $or: [{ person: { $in: selves } }, { of: { $in: selves } }] });
  await tables.sessions.raw.deleteMany({ communityId, person: { $in: selves } });
  await tables.savedViews.raw.deleteMany({ communityId, person: { $in: selves } });
  await tables.links.raw.deleteMany({ communityId, person: { $in: selves } });
  await forgetInVersions(tables, scope, selves);
  await tables.households.raw.updateMany(
    { communityId, headPerson: { $in: selves } },
    { $set: { headPerson: null, card: 'paper' } },
  );
  await tables.households.raw.updateMany(
    { communityId, members: { $in: selves } },
    { $pull: { members: { $in: selves } } },
  );
  const nobody = {
    name: '',
    building: null,
    honourName: null,
    searches: false,
    station: null,
    shiftUntil: null,
    packRoles: [],
    grantedRoles: [],
  };
  await tables.people.raw.updateMany(
    { communityId, _id: { $in: selves.map((each) => key(each)) } },
    { $set: { ...nobody, officer: false, erasedAt: new Date() } },
  );
  return deletedCount;
};

/** Ids stay wherever they stand: what happened, who did it and the books are whole, and name nobody. */
export const erasePerson = async (
  needs: ErasePersonNeeds,
  person: PersonId,
  spared: readonly MatterId[],
  aliases: Aliases,
): Promise<Erased> => {
  const { tables, scope } = needs;
  const selves = selvesOf(person, aliases);
  const theirs = { communityId: scope.communityId, by: { $in: selves }, matter: { $nin: [...spared] } };
  const { deletedCount: words } = await tables.words.raw.deleteMany(theirs);
  const photos = await erasePhotos(needs, tables.photos.raw.find({ ...theirs, why: { $ne: 'erased' } }), 'erased');
  return { words, photos, accounts: await accounts(needs, selves) };
};

import type { Moment, PersonId } from '../../domain/ids';
import { move } from '../../domain/points/posting';
import type { Merge } from '../../usecases/ports-of-people';
import type { Writing } from '../matters/commit-writes';
import { raiseVersion } from '../packs/communities.store';
import { PersonDocument } from '../documents';
import { MergeDocument } from './people-documents';
import { isOfficer } from './person-document';
import { writePostings } from '../books/write-postings';
import { ErasureDocument } from '../privacy/privacy-documents';

const personIn = async ({ tables, scope, session }: Writing, id: PersonId): Promise<PersonDocument | null> => {
  const filter = { _id: scope.key(id), communityId: scope.communityId };
  const found = await tables.people.raw.findOne(filter, { session });
  return found === null ? null : PersonDocument.parse(found);
};

const balanceOf = async ({ tables, scope, session }: Writing, account: string): Promise<number> =>
  (await tables.balances.raw.findOne({ _id: scope.key(account) }, { session }))?.points ?? 0;

/** Points, and hours kept, go with the person. */
const movePoints = async (
  writing: Writing,
  cause: string,
  at: Moment,
  given: { readonly from: PersonId; readonly to: PersonId; readonly points: number; readonly saved: number },
): Promise<void> => {
  const { from, to, points, saved } = given;
  const entries = [
    ...(points > 0 ? move(`person:${from}`, `person:${to}`, points) : []),
    ...(saved > 0 ? move(`saved:${from}`, `saved:${to}`, saved) : []),
  ];
  if (entries.length > 0) await writePostings(writing, [{ cause, at, reason: 'same-person', entries }]);
};

/** Accounts of platforms, and the private chats with all that was said in them. */
const moveAccounts = async (
  { tables, scope, session }: Writing,
  { identities, chats }: Pick<MergeDocument, 'identities' | 'chats'>,
  person: PersonId,
): Promise<void> => {
  const { communityId } = scope;
  await tables.identities.raw.updateMany({ _id: { $in: identities } }, { $set: { person } }, { session });
  const own = { communityId, id: { $in: chats } };
  // They spoke there just now.
  await tables.chats.raw.updateMany(own, { $set: { person, lastUsedAt: new Date() } }, { session });
  await tables.outbox.raw.updateMany({ communityId, chat: { $in: chats } }, { $set: { person } }, { session });
};

/** Only somebody whom the pack does not know, and who is nobody else yet. */
const mayMerge = (from: PersonDocument | null, to: PersonDocument | null): boolean =>
  from?.id.startsWith('guest-') === true &&
  from.packRoles.length === 0 &&
  from.mergedInto === null &&
  from.ban === null &&
  to !== null &&
  to.mergedInto === null &&
  from.id !== to.id;

const movedBy = async (
  writing: Writing,
  merge: Merge,
  from: PersonDocument,
  to: PersonDocument,
): Promise<MergeDocument> => {
  const { tables, scope, session } = writing;
  const { communityId, key } = scope;
  const mine = { communityId, person: merge.from };
  const identities = await tables.identities.raw.find(mine, { session }).toArray();
  const chats = await tables.chats.raw.find({ ...mine, kind: 'private' }, { session }).toArray();
  const has = [...to.packRoles, ...to.grantedRoles].map(({ role, area }) => `${role} ${area}`);
  return MergeDocument.parse({
    ...merge,
    _id: key(merge.id),
    communityId,
    identities: identities.map(({ _id }) => _id),
    chats: chats.map(({ id }) => id),
    roles: from.grantedRoles.filter(({ role, area }) => !has.includes(`${role} ${area}`)),
    points: await balanceOf(writing, `person:${merge.from}`),
    saved: await balanceOf(writing, `saved:${merge.from}`),
    partedAt: null,
    partedBy: null,
  });
};

/** True also when this very merge was done before. */
export const mergePeople = async (writing: Writing, merge: Merge): Promise<boolean> => {
  const { tables, scope, session } = writing;
  const { communityId, key } = scope;
  if ((await tables.merges.raw.findOne({ _id: key(merge.id), communityId }, { session })) !== null) return true;
  const [from, to] = [await personIn(writing, merge.from), await personIn(writing, merge.to)];
  if (from === null || to === null || !mayMerge(from, to)) return false;
  const moved = await movedBy(writing, merge, from, to);
  await tables.merges.raw.insertOne(moved, { session });
  await moveAccounts(writing, moved, merge.to);
  await movePoints(writing, `same-person/${merge.id}`, merge.at, moved);
  await tables.people.raw.updateOne({ _id: from._id }, { $set: { mergedInto: merge.to } }, { session });
  await tables.people.raw.updateOne(
    { _id: to._id },
    {
      $addToSet: { grantedRoles: { $each: moved.roles } },
      ...(isOfficer(moved.roles) && { $set: { officer: true } }),
    },
    { session },
  );
  await raiseVersion(tables, scope, session);
  return true;
};

/** What was forgotten while they were one comes back with no account: that is theirs again, and goes too. */
const eraseRest = async (
  { tables, scope: { communityId, key }, session }: Writing,
  person: PersonId,
  at: Moment,
): Promise<void> => {
  const erased = { _id: key(person), communityId, erasedAt: { $ne: null } };
  if ((await tables.people.raw.findOne(erased, { session })) === null) return;
  const rest = ErasureDocument.parse({ _id: key(person), communityId, person, askedAt: at, dueAt: at });
  await tables.erasures.raw.replaceOne({ _id: rest._id }, rest, { session, upsert: true });
};

/** What was earned since stays; of what came with the account, as much as is left goes back. */
export const partPeople = async (
  writing: Writing,
  { id, by, at }: { readonly id: string; readonly by: PersonId; readonly at: Moment },
): Promise<MergeDocument | null> => {
  const { tables, scope, session } = writing;
  const filter = { _id: scope.key(id), communityId: scope.communityId, partedAt: null };
  const found = await tables.merges.raw.findOneAndUpdate(filter, { $set: { partedAt: at, partedBy: by } }, { session });
  if (found === null) return null;
  const merge = MergeDocument.parse(found);
  await moveAccounts(writing, merge, merge.from);
  await movePoints(writing, `same-person/${id}/parted`, at, {
    from: merge.to,
    to: merge.from,
    points: Math.min(merge.points, await balanceOf(writing, `person:${merge.to}`)),
    saved: Math.min(merge.saved, await balanceOf(writing, `saved:${merge.to}`)),
  });
  const person = { communityId: scope.communityId };
  await tables.people.raw.updateOne(
    { ...person, _id: scope.key(merge.from) },
    { $set: { mergedInto: null } },
    { session },
  );
  await eraseRest(writing, merge.from, at);
  const to = await personIn(writing, merge.to);
  const kept = to?.grantedRoles.filter(
    ({ role, area }) => !merge.roles.some((moved) => moved.role === role && moved.area === area),
  );
  if (to && kept)
    await tables.people.raw.updateOne(
      { _id: to._id },
      { $set: { grantedRoles: kept, officer: isOfficer([...to.packRoles, ...kept]) } },
      { session },
    );
  await raiseVersion(tables, scope, session);
  return merge;
};

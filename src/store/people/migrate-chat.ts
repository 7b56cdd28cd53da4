import type { mongo } from 'mongoose';
import { raiseVersion } from '../packs/communities.store';
import type { Tables } from '../models';
import type { Scope } from '../scope';

interface Migrating {
  readonly tables: Pick<Tables, 'chats' | 'communities' | 'outbox'>;
  readonly scope: Scope;
  readonly session: mongo.ClientSession;
}

/**
 * The platform gave the chat a new id: ours stays. Where the new id was already met as a chat of its own (its first
 * message overtook the news), that one is emptied, and what waits to be said there is said here.
 */
export const migrateChat = async (
  { tables, scope, session }: Migrating,
  platform: string,
  from: string,
  to: string,
): Promise<void> => {
  const { communityId } = scope;
  const stays = await tables.chats.raw.findOne({ communityId, platform, nativeIds: from }, { session });
  if (stays === null) return;
  const twin = await tables.chats.raw.findOne(
    { communityId, platform, nativeIds: to, _id: { $ne: stays._id } },
    { session },
  );
  if (twin !== null) {
    await tables.chats.raw.updateOne(
      { _id: twin._id },
      { $set: { nativeIds: [`moved:${twin.id}`], state: 'gone', purpose: null, area: null } },
      { session },
    );
    await tables.outbox.raw.updateMany(
      { communityId, chat: twin.id, pending: true },
      { $set: { chat: stays.id } },
      { session },
    );
  }
  await tables.chats.raw.updateOne(
    { _id: stays._id },
    { $set: { nativeId: to, state: 'active', menu: null }, $addToSet: { nativeIds: to } },
    { session },
  );
  await raiseVersion(tables, scope, session);
};

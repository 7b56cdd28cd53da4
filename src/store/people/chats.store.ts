import { randomBytes } from 'node:crypto';
import type { Connection } from 'mongoose';
import type { ChatId, PersonId } from '../../domain/ids';
import type { ChatRecord, Chats } from '../../usecases/ports';
import { raiseVersion } from '../packs/communities.store';
import { ChatDocument } from '../documents';
import { migrateChat } from './migrate-chat';
import type { Tables } from '../models';
import { remember } from './remembered';
import type { Scope } from '../scope';
import { inTransactionAgain, isDuplicateKey } from '../transaction';

type Seen = Parameters<Chats['resolve']>[0];

export interface ChatsNeeds {
  readonly connection: Connection;
  readonly tables: Pick<Tables, 'chats' | 'onces' | 'communities' | 'outbox'>;
  readonly scope: Scope;
  readonly onCommunity: () => void;
  readonly ttlMs?: number;
}

export interface ChatsStore extends Chats {
  forget(): void;
  /** Where a person can be written to in private, though nothing was said there yet. */
  open(chat: Omit<Seen, 'kind'>): Promise<void>;
}

const TTL_MS = 30_000;
const neverUsed = new Date(0);
const MAX_CHATS = 10_000;

const recordOf = (document: unknown): ChatRecord => {
  const { id, platform, account, nativeId, kind, title, purpose, area, person, state } = ChatDocument.parse(document);
  return { id, platform, account, nativeId, kind, title, purpose, area, person, state };
};

const newChat = (seen: Seen, lastUsedAt: Date, { communityId, key }: Scope): ChatDocument => {
  const id = `c-${randomBytes(9).toString('base64url')}`;
  return ChatDocument.parse({
    ...seen,
    _id: key(id),
    communityId,
    id,
    nativeIds: [seen.nativeId],
    purpose: null,
    area: null,
    state: 'active',
    lastUsedAt,
    fromPack: false,
    menu: null,
    leftMenu: null,
  } satisfies ChatDocument);
};

/** Finds the chat, or stores it; two processes that meet it at once store it once. */
const findOrStore = async (
  { tables, scope }: ChatsNeeds,
  seen: Seen,
  lastUsedAt = new Date(),
): Promise<ChatDocument> => {
  const { communityId } = scope;
  const find = () => tables.chats.raw.findOne({ communityId, platform: seen.platform, nativeIds: seen.nativeId });
  const found = await find();
  if (found !== null) return ChatDocument.parse(found);
  const document = newChat(seen, lastUsedAt, scope);
  try {
    await tables.chats.raw.insertOne(document);
    return document;
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    return ChatDocument.parse(await find());
  }
};

/** What the platform shows of it may have changed; a private chat also notes that it was used. */
const refresh = async (needs: ChatsNeeds, chat: ChatDocument, seen: Seen): Promise<ChatDocument> => {
  const { connection, tables, scope, onCommunity } = needs;
  const { title, account, kind, person } = seen;
  const shown = { title, account, kind, person };
  const same = (Object.keys(shown) as (keyof typeof shown)[]).every((name) => chat[name] === shown[name]);
  if (same && person === null) return chat;
  const set = { ...shown, lastUsedAt: new Date() };
  if (chat.purpose === null || chat.title === title) {
    await tables.chats.raw.updateOne({ _id: chat._id }, { $set: set });
  } else {
    await inTransactionAgain(connection, async (session) => {
      await tables.chats.raw.updateOne({ _id: chat._id }, { $set: set }, { session });
      await raiseVersion(tables, scope, session);
    });
    onCommunity();
  }
  return { ...chat, ...set };
};

export const createChats = (needs: ChatsNeeds): ChatsStore => {
  const { connection, tables, scope, onCommunity, ttlMs = TTL_MS } = needs;
  const { communityId, key } = scope;

  const known = remember({
    ttlMs,
    max: MAX_CHATS,
    name: (id: ChatId) => id,
    load: async (id) => {
      const found = await tables.chats.model.findOne({ _id: key(id), communityId }).lean();
      return found === null ? null : recordOf(found);
    },
  });
  const bySeen = remember({
    ttlMs,
    max: MAX_CHATS,
    name: ({ platform, account, nativeId, kind, title, person }: Seen) =>
      `${platform} ${account} ${nativeId} ${kind} ${person ?? ''} ${title}`,
    load: async (seen) => {
      const record = recordOf(await refresh(needs, await findOrStore(needs, seen), seen));
      if (record.person !== null) privateOf.forget(record.person);
      return record;
    },
  });
  /** Nobody's absence is remembered: who writes for the first time is found at once. */
  const privateOf = remember({
    ttlMs,
    max: MAX_CHATS,
    name: (person: PersonId) => person,
    load: async (person): Promise<readonly ChatRecord[] | null> => {
      const filter = { communityId, kind: 'private' as const, person };
      const found = await tables.chats.raw.find(filter).sort({ lastUsedAt: -1 }).toArray();
      return found.length === 0 ? null : found.map(recordOf);
    },
  });

  /** Whoever has several accounts is answered where they just spoke. */
  const useNow = async ({ id }: ChatRecord, person: PersonId): Promise<void> => {
    const [last] = (await privateOf.get(person)) ?? [];
    if (last === undefined || last.id === id) return;
    await tables.chats.raw.updateOne({ _id: key(id), communityId }, { $set: { lastUsedAt: new Date() } });
    privateOf.forget(person);
  };

  const forget = () => {
    known.forgetAll();
    bySeen.forgetAll();
    privateOf.forgetAll();
  };

  const change = async (id: string, set: Partial<ChatDocument>): Promise<void> => {
    await inTransactionAgain(connection, async (session) => {
      const filter = { _id: key(id), communityId, kind: 'group' as const };
      await tables.chats.raw.updateOne({ _id: key(id), communityId }, { $set: set }, { session });
      // Private chats are no part of the community's snapshot.
      if ((await tables.chats.raw.countDocuments(filter, { session })) > 0) await raiseVersion(tables, scope, session);
    });
    forget();
    onCommunity();
  };

  return {
    forget,
    resolve: async (seen) => {
      const record = await bySeen.get(seen);
      if (record.person !== null) await useNow(record, record.person);
      return record;
    },
    open: async (chat) => {
      await findOrStore(needs, { ...chat, kind: 'private' }, neverUsed);
      if (chat.person !== null) privateOf.forget(chat.person);
    },
    byId: (id) => known.get(id),
    privateChats: async (person) => (await privateOf.get(person)) ?? [],
    usedChats: async (person) => {
      const filter = { communityId, kind: 'private' as const, person, lastUsedAt: { $gt: neverUsed } };
      return (await tables.chats.raw.find(filter).sort({ lastUsedAt: -1 }).toArray()).map(recordOf);
    },
    groups: async () =>
      (await tables.chats.model.find({ communityId, kind: 'group' }).sort({ _id: 1 }).lean()).map(recordOf),
    bind: (id, { purpose, area }) => change(id, { purpose, area }),
    mark: (id, state) => change(id, { state }),

    migrate: async (platform, from, to) => {
      await inTransactionAgain(connection, (session) => migrateChat({ tables, scope, session }, platform, from, to));
      forget();
      onCommunity();
    },

    once: async (id, what) => {
      try {
        await tables.onces.raw.insertOne({ _id: key(id, what), communityId, at: new Date() });
        return true;
      } catch (error) {
        if (isDuplicateKey(error)) return false;
        throw error;
      }
    },
  };
};

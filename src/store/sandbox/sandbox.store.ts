import type { Connection } from 'mongoose';
import type {
  SandboxChat,
  SandboxMessage,
  SandboxMessageDraft,
  SandboxMessageEdit,
  SandboxStore,
} from '../../usecases/sandbox-store';
import { CounterDocument } from '../house-documents';
import { createGridFiles } from '../photos/grid-files';
import type { Tables } from '../models';
import { SandboxChatDocument, SandboxMessageDocument } from './sandbox-documents';
import type { Scope } from '../scope';
import { isDuplicateKey } from '../transaction';

type Needs = Pick<Tables, 'sandboxChats' | 'sandboxMessages' | 'counters'>;

const messageOf = (document: unknown): SandboxMessage => {
  const {
    _id,
    communityId: _communityId,
    seq: _seq,
    changed: _changed,
    arrivedAt: _arrivedAt,
    ...message
  } = SandboxMessageDocument.parse(document);
  return message;
};

const chatOf = (document: unknown): SandboxChat => {
  const { _id, communityId: _communityId, order: _order, ...chat } = SandboxChatDocument.parse(document);
  return chat;
};

/** Steps of one chat after each other, so that nobody sees the second of two messages before the first. */
const inTurns = () => {
  const turns = new Map<string, Promise<unknown>>();
  return <T>(chat: string, step: () => Promise<T>): Promise<T> => {
    const mine = (turns.get(chat) ?? Promise.resolve()).then(step, step);
    turns.set(chat, mine);
    const done = () => {
      if (turns.get(chat) === mine) turns.delete(chat);
    };
    mine.then(done, done);
    return mine;
  };
};

/** Counts arrivals and changes, in one row: "what came or changed since" is then one comparison. */
const counting =
  (tables: Needs, { communityId, key }: Scope) =>
  async (name: string): Promise<number> => {
    const counter = await tables.counters.raw.findOneAndUpdate(
      { _id: key('sandbox', name) },
      { $inc: { value: 1 }, $setOnInsert: { communityId } },
      { upsert: true, returnDocument: 'after' },
    );
    return CounterDocument.parse(counter).value;
  };

const plainEdit = ({ text, photos, choices, matter, ours, why, silent, handled }: SandboxMessageEdit) => ({
  ...(text !== undefined && { text }),
  ...(photos !== undefined && { photos: [...photos] }),
  ...(choices !== undefined && { choices: choices.map((choice) => ({ ...choice })) }),
  ...(matter !== undefined && { matter }),
  ...(ours !== undefined && { ours }),
  ...(why !== undefined && { why: [...why] }),
  ...(silent !== undefined && { silent }),
  ...(handled !== undefined && { handled }),
});

type Messages = Pick<SandboxStore, 'insertMessage' | 'message' | 'messages' | 'unhandled' | 'edit' | 'delete'>;

const messages = (tables: Needs, scope: Scope): Messages => {
  const { raw } = tables.sandboxMessages;
  const { communityId, key } = scope;
  const turn = inTurns();
  const count = counting(tables, scope);

  const find = (chat: string, id: string) => raw.findOne({ _id: key(chat, id), communityId });

  const insert = async (draft: SandboxMessageDraft): ReturnType<Messages['insertMessage']> => {
    const known = draft.id === null ? null : await find(draft.chat, draft.id);
    if (known !== null) return { message: messageOf(known), fresh: false };
    const seq = await count(`chat ${draft.chat}`);
    const id = draft.id ?? `m${String(seq).padStart(9, '0')}`;
    const document = SandboxMessageDocument.parse({
      ...{ ...draft, _id: key(draft.chat, id), communityId, id },
      ...{ seq, changed: seq, arrivedAt: new Date(), editedAt: null, deletedAt: null },
    });
    try {
      await raw.insertOne(document);
      return { message: messageOf(document), fresh: true };
    } catch (error) {
      // Somebody named a message as we would have: the next number is free.
      if (isDuplicateKey(error)) return insert(draft);
      throw error;
    }
  };

  const update = async (chat: string, id: string, set: Partial<SandboxMessageDocument>) => {
    const filter = { _id: key(chat, id), communityId };
    const found = await raw.findOneAndUpdate(filter, { $set: set }, { returnDocument: 'after' });
    return found === null ? null : messageOf(found);
  };

  /** A change that people see: asked for "what came since", it comes again. */
  const change = (chat: string, id: string, set: Partial<SandboxMessageDocument>): Promise<SandboxMessage | null> =>
    turn(chat, async () =>
      (await find(chat, id)) === null ? null : update(chat, id, { ...set, changed: await count(`chat ${chat}`) }),
    );

  return {
    insertMessage: (draft) => turn(draft.chat, () => insert(draft)),

    message: async (chat, id) => {
      const found = await find(chat, id);
      return found === null ? null : messageOf(found);
    },

    messages: async (chat, after) => {
      const seq = after === undefined ? 0 : ((await find(chat, after))?.seq ?? 0);
      const found = await raw
        .find({ communityId, chat, changed: { $gt: seq } })
        .sort({ seq: 1 })
        .toArray();
      return found.map(messageOf);
    },

    unhandled: async () => {
      const found = await raw.find({ communityId, handled: false }).sort({ arrivedAt: 1, chat: 1, seq: 1 }).toArray();
      return found.map(messageOf);
    },

    edit: (chat, id, edited, at) => {
      const set = plainEdit(edited);
      return at === null ? turn(chat, () => update(chat, id, set)) : change(chat, id, { ...set, editedAt: at });
    },

    delete: async (chat, id, at) => {
      const handled = (await find(chat, id))?.from === 'bot';
      const emptied = { text: '', photos: [], voice: null, location: null, choices: [] };
      return change(chat, id, { ...emptied, deletedAt: at, handled });
    },
  };
};

type Chats = Pick<SandboxStore, 'chats' | 'chat' | 'saveChat' | 'members' | 'join' | 'leave'>;

const chats = (tables: Needs, scope: Scope): Chats => {
  const { raw } = tables.sandboxChats;
  const { communityId, key } = scope;
  const count = counting(tables, scope);

  const chat = async (id: string): Promise<SandboxChat | null> => {
    const found = await raw.findOne({ _id: key(id), communityId });
    return found === null ? null : chatOf(found);
  };

  const leave = async (id: string, member: string): Promise<void> => {
    await raw.updateOne({ _id: key(id), communityId }, { $pull: { members: { id: member } } });
  };

  return {
    chat,
    leave,
    chats: async () => (await raw.find({ communityId }).sort({ order: 1, _id: 1 }).toArray()).map(chatOf),

    saveChat: async (given) => {
      const _id = key(given.id);
      const order = (await raw.findOne({ _id, communityId }))?.order ?? (await count('chats'));
      const document = SandboxChatDocument.parse({ ...given, _id, communityId, order });
      await raw.replaceOne({ _id }, document, { upsert: true });
    },

    members: async (id) => (await chat(id))?.members ?? [],

    join: async (id, { id: member, name }) => {
      const joined = await raw.updateOne(
        { _id: key(id), communityId, 'members.id': { $ne: member } },
        { $push: { members: { id: member, name } } },
      );
      if (joined.matchedCount > 0) return;
      await raw.updateOne({ _id: key(id), communityId, 'members.id': member }, { $set: { 'members.$.name': name } });
    },
  };
};

export const createSandboxStore = (connection: Connection, tables: Needs, scope: Scope): SandboxStore => {
  const files = createGridFiles(connection, 'sandbox_files', scope);
  return {
    ...messages(tables, scope),
    ...chats(tables, scope),
    saveFile: ({ bytes, mime }) => files.write(bytes, mime),
    readFile: (id) => files.read(id),
  };
};

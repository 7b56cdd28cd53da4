import { randomUUID } from 'node:crypto';
import type { Clock, Logger } from '../../usecases/ports';
import type { SandboxChat, SandboxMember, SandboxMessage, SandboxStore } from '../../usecases/sandbox-store';
import type { Changes } from './changes';
import type { HandIn } from './hand-in';
import { notFound, Problem } from './problem';
import { fileName, mimeOf } from './sandbox-file';
import { botId, type Translate } from './sandbox.inbound';
import { privateChat, privateChatOf } from './seed-chats';

export interface RoomNeeds {
  readonly store: SandboxStore;
  readonly translate: Pick<Translate, 'chat'>;
  readonly handIn: HandIn;
  readonly clock: Clock;
  readonly changes: Changes;
  readonly log: Logger;
}

export interface Posted {
  readonly from: string;
  readonly text: string;
  readonly replyTo: string | null;
  readonly location: SandboxMessage['location'];
  readonly photos: readonly Buffer[];
  readonly voice: Buffer | null;
  readonly album: string | null;
  readonly id: string | null;
}

export interface Pressed {
  readonly from: string;
  readonly choice: string;
  /** Given by who may deliver it twice. */
  readonly id?: string | undefined;
}

/** What people do in the sandbox's chats, as they do it on any platform. */
export interface Room {
  post(chat: string, posted: Posted): Promise<{ readonly id: string }>;
  edit(chat: string, id: string, text: string): Promise<void>;
  recall(chat: string, id: string): Promise<void>;
  choose(chat: string, id: string, press: Pressed): Promise<{ readonly notice?: string }>;
  join(chat: string, member: SandboxMember): Promise<void>;
  leave(chat: string, member: string): Promise<void>;
  setBot(chat: string, removed: boolean): Promise<void>;
  /** A new group that no community knows yet. */
  open(group: {
    readonly id: string | null;
    readonly title: string;
    readonly members: readonly string[];
  }): Promise<SandboxChat>;
}

const finding = ({ store }: Pick<RoomNeeds, 'store'>) => {
  const chatOf = async (id: string): Promise<SandboxChat> => {
    const chat = await store.chat(id);
    if (chat === null) throw notFound('chat', id);
    return chat;
  };
  return {
    chatOf,
    memberOf: (chat: SandboxChat, id: string): SandboxMember => {
      const member = chat.members.find((each) => each.id === id);
      if (!member) throw new Problem(403, `"${id}" is not a member of the chat "${chat.id}".`);
      return member;
    },
    messageOf: async (chat: string, id: string): Promise<SandboxMessage> => {
      await chatOf(chat);
      const message = await store.message(chat, id);
      if (message === null) throw notFound('message', id);
      return message;
    },
  };
};

type Finding = ReturnType<typeof finding>;

const ownMessage = (message: SandboxMessage): SandboxMessage => {
  if (message.from === botId) throw new Problem(400, "Only people's own messages can be edited or recalled.");
  if (message.deletedAt !== null) throw new Problem(400, 'The message was recalled already.');
  return message;
};

const speaking = (
  { store, handIn, clock, changes, log }: RoomNeeds,
  { chatOf, memberOf, messageOf }: Finding,
): Pick<Room, 'post' | 'edit' | 'recall' | 'choose'> => {
  const changed = (chat: string, id: string): void => changes.tell({ kind: 'message', chat, id });
  const now = (): string => clock.now().toISOString();

  const saveFile = async (bytes: Buffer): Promise<string> => {
    const mime = mimeOf(bytes);
    return fileName({ id: await store.saveFile({ bytes, mime }), bytes: bytes.length, mime });
  };

  const insert = async (chat: SandboxChat, { photos, voice, ...posted }: Posted): Promise<SandboxMessage> => {
    const { message } = await store.insertMessage({
      ...posted,
      chat: chat.id,
      photos: await Promise.all(photos.map(saveFile)),
      voice: voice === null ? null : await saveFile(voice),
      choices: [],
      matter: null,
      ours: null,
      why: [],
      silent: false,
      // A bot that is not in the chat hears nothing.
      handled: chat.botRemoved,
      at: now(),
    });
    return message;
  };

  const pressed = async (message: SandboxMessage, chat: SandboxChat, { from, choice, id }: Pressed) => {
    const by = memberOf(chat, from);
    try {
      return await handIn.press(message, chat, by, { id: id ?? randomUUID(), choice });
    } catch (error) {
      log.warn({ err: error }, 'A press in the sandbox was not handled.');
      throw new Problem(503, 'Linli cannot be reached just now. Press again in a moment.');
    }
  };

  return {
    post: async (id, posted) => {
      const chat = await chatOf(id);
      memberOf(chat, posted.from);
      // The same id again is a redelivery: what was stored the first time is handed in once more.
      const known = posted.id === null ? null : await store.message(chat.id, posted.id);
      const message = known ?? (await insert(chat, posted));
      changed(chat.id, message.id);
      handIn.message(message, 'posted');
      return { id: message.id };
    },

    edit: async (chat, id, text) => {
      const { from } = ownMessage(await messageOf(chat, id));
      const edited = await store.edit(chat, id, { text, handled: false }, now());
      if (edited === null) throw notFound(`message of ${from}`, id);
      changed(chat, id);
      handIn.message(edited, 'edited');
    },

    recall: async (chat, id) => {
      const { from } = ownMessage(await messageOf(chat, id));
      await store.edit(chat, id, { handled: false }, null);
      const deleted = await store.delete(chat, id, now());
      if (deleted === null) throw notFound(`message of ${from}`, id);
      changed(chat, id);
      handIn.message(deleted, 'recalled');
    },

    choose: async (id, messageId, press) => {
      const chat = await chatOf(id);
      memberOf(chat, press.from);
      const message = await messageOf(id, messageId);
      const answer = message.from === botId ? await pressed(message, chat, press) : null;
      if (answer === null) throw new Problem(400, "Only the bot's messages have choices.");
      return answer.notice === null ? {} : { notice: answer.notice };
    },
  };
};

const gathering = (
  { store, translate, handIn, changes }: RoomNeeds,
  { chatOf, memberOf }: Finding,
): Pick<Room, 'join' | 'leave' | 'setBot' | 'open'> => ({
  join: async (id, member) => {
    const chat = await chatOf(id);
    if (chat.kind === 'private') throw new Problem(400, 'Nobody can join a private chat.');
    // Groups and people share one space of ids, as Linli knows a private chat by its person.
    if ((await store.chat(member.id)) !== null) throw new Problem(400, `"${member.id}" is the id of a chat.`);
    // A newcomer gets a private chat with the bot, like everyone here.
    const own = (await store.chat(privateChatOf(member.id))) ?? privateChat(member);
    await store.saveChat(own);
    await translate.chat(own);
    await store.join(id, member);
    changes.tell({ kind: 'chats' });
    handIn.event({ ...chat, members: [...chat.members, member] }, member, 'joined');
  },

  leave: async (id, memberId) => {
    const chat = await chatOf(id);
    const member = memberOf(chat, memberId);
    if (chat.kind === 'private') throw new Problem(400, 'Nobody can leave a private chat.');
    await store.leave(id, memberId);
    changes.tell({ kind: 'chats' });
    handIn.event(chat, member, 'left');
  },

  setBot: async (id, removed) => {
    const chat = await chatOf(id);
    if (chat.botRemoved === removed) return;
    await store.saveChat({ ...chat, botRemoved: removed });
    changes.tell({ kind: 'chats' });
    const [by] = chat.members;
    if (by) handIn.event(chat, by, removed ? 'bot-removed' : 'bot-added');
  },

  open: async ({ id, title, members }) => {
    for (const taken of id === null ? [] : [id, privateChatOf(id)])
      if ((await store.chat(taken)) !== null) throw new Problem(400, `There is a chat "${taken}" already.`);
    const known = await Promise.all(members.map(async (each) => memberOf(await chatOf(privateChatOf(each)), each)));
    const chat: SandboxChat = {
      id: id ?? `group-${randomUUID()}`,
      title,
      kind: 'group',
      purpose: null,
      area: null,
      members: known,
      botRemoved: false,
    };
    await store.saveChat(chat);
    changes.tell({ kind: 'chats' });
    const [by] = known;
    if (by) handIn.event(chat, by, 'bot-added');
    return chat;
  },
});

export const createRoom = (needs: RoomNeeds): Room => {
  const find = finding(needs);
  return { ...speaking(needs, find), ...gathering(needs, find) };
};

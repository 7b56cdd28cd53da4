import type {
  Inbound,
  InboundChat,
  InboundChatEvent,
  InboundMessage,
  InboundPress,
  InboundSender,
  MediaSource,
} from '../../usecases/inbound';
import type { Moment } from '../../domain/ids';
import type { ChatRecord, Chats, Outbox, People } from '../../usecases/ports';
import type { SandboxChat, SandboxMember, SandboxMessage, SandboxStore } from '../../usecases/sandbox-store';
import { readFileName } from './sandbox-file';
import { inboundChat } from '../inbound-chat';

export const platformName = 'sandbox';
export const botId = 'bot';

/** The bot's name as people in the sandbox call it. */
const mention = /@(?:邻里|linli)/iu;

export interface TranslateNeeds {
  readonly store: Pick<SandboxStore, 'message'>;
  readonly chats: Pick<Chats, 'resolve' | 'privateChats'>;
  readonly people: Pick<People, 'identify'>;
  readonly outbox: Pick<Outbox, 'bySentAs'>;
}

interface Spoken {
  readonly chat: SandboxChat;
  readonly by: SandboxMember;
}

/** What happened in the sandbox, in Linli's words. */
export interface Translate {
  chat(chat: SandboxChat): Promise<ChatRecord>;
  /** The chat becomes known. A private one that is known does not count as used by it: its person may write elsewhere. */
  meet(chat: SandboxChat): Promise<void>;
  message(raw: SandboxMessage, where: Spoken): Promise<InboundMessage>;
  /** The same message with its new words, under a key of its own. */
  edit(raw: SandboxMessage, where: Spoken): Promise<InboundMessage>;
  recall(raw: SandboxMessage, where: Spoken): Promise<Inbound>;
  /** Null: not one of Linli's messages. */
  press(raw: SandboxMessage, where: Spoken, press: { id: string; choice: string; at: Moment }): Promise<Inbound | null>;
  event(where: Spoken, event: { id: string; what: InboundChatEvent['what']; at: Moment }): Promise<Inbound>;
}

const mediaOf = (kind: MediaSource['kind'], name: string): MediaSource => {
  const file = readFileName(name);
  return { platform: platformName, ref: name, kind, mime: file?.mime ?? null, bytes: file?.bytes ?? null };
};

const resolving = ({ chats, people }: TranslateNeeds) => {
  const personOf = async ({ id, name }: SandboxMember): Promise<string> =>
    (await people.identify({ platform: platformName, nativeId: id, name })).person;

  const chatOf = async (chat: SandboxChat): Promise<ChatRecord> => {
    const owner = chat.kind === 'private' ? chat.members[0] : undefined;
    return chats.resolve({
      platform: platformName,
      account: platformName,
      // As on other platforms, a private chat is known by the person whose it is.
      nativeId: owner ? owner.id : chat.id,
      kind: chat.kind,
      title: chat.title,
      person: owner ? await personOf(owner) : null,
    });
  };

  const senderOf = async (by: SandboxMember): Promise<InboundSender> => ({
    person: await personOf(by),
    name: by.name,
    identity: { platform: platformName, account: platformName, nativeId: by.id },
  });

  const meet = async (chat: SandboxChat): Promise<void> => {
    const owner = chat.kind === 'private' ? chat.members[0] : undefined;
    const known = owner ? await chats.privateChats(await personOf(owner)) : [];
    if (!known.some(({ platform }) => platform === platformName)) await chatOf(chat);
  };

  return {
    chatOf,
    meet,
    spoken: async ({ chat, by }: Spoken): Promise<{ chat: InboundChat; sender: InboundSender }> => {
      const [record, sender] = await Promise.all([chatOf(chat), senderOf(by)]);
      return { chat: inboundChat(record), sender };
    },
  };
};

export const createTranslate = (needs: TranslateNeeds): Translate => {
  const { chatOf, meet, spoken } = resolving(needs);

  const replyTo = async (raw: SandboxMessage, chat: InboundChat): Promise<InboundMessage['replyTo']> => {
    if (raw.replyTo === null) return null;
    const answered = await needs.store.message(raw.chat, raw.replyTo);
    const fromBot = answered?.from === botId;
    // Our id may still be unknown here, when the answer is quicker than the record of the send.
    const ours = fromBot ? ((await needs.outbox.bySentAs(chat.id, raw.replyTo))?.id ?? answered.ours) : null;
    return { messageId: raw.replyTo, ours, quote: answered?.text ?? null, fromBot };
  };

  const message = async (raw: SandboxMessage, where: Spoken): Promise<InboundMessage> => {
    const { chat, sender } = await spoken(where);
    return {
      kind: 'message',
      key: `${chat.id}:${raw.id}`,
      chat,
      sender,
      at: raw.at,
      messageId: raw.id,
      text: raw.text,
      media: [
        ...raw.photos.map((name) => mediaOf('photo', name)),
        ...(raw.voice === null ? [] : [mediaOf('voice', raw.voice)]),
      ],
      location: raw.location,
      album: raw.album,
      replyTo: await replyTo(raw, chat),
      mentioned: mention.test(raw.text),
      forwarded: false,
      fromBot: false,
      edited: false,
    };
  };

  const base = async (where: Spoken, key: string, at: Moment) => {
    const { chat, sender } = await spoken(where);
    return { key: `${chat.id}:${key}`, chat, sender, at };
  };

  return {
    chat: chatOf,
    meet,
    message,
    edit: async (raw, where) => {
      const first = await message(raw, where);
      const at = raw.editedAt ?? raw.at;
      return { ...first, key: `${first.key}:edit:${at}`, edits: first.key, at, edited: true };
    },
    recall: async (raw, where) => ({
      kind: 'recall',
      ...(await base(where, `${raw.id}:recall`, raw.deletedAt ?? raw.at)),
      messageId: raw.id,
    }),
    press: async (raw, where, { id, choice, at }) => {
      if (raw.ours === null) return null;
      const press: InboundPress = {
        kind: 'press',
        ...(await base(where, `press:${id}`, at)),
        message: raw.ours,
        choice,
      };
      return press;
    },
    event: async (where, { id, what, at }) => ({ kind: 'chat', ...(await base(where, `event:${id}`, at)), what }),
  };
};

import type {
  Inbound,
  InboundChat,
  InboundChatEvent,
  InboundMessage,
  InboundPress,
  InboundSender,
} from '../../usecases/inbound';
import type { Moment } from '../../domain/ids';
import type { Chats, Clock, Outbox, People } from '../../usecases/ports';
import { mediaOf } from './message-media';
import { messageName, nameInTopic, sentName } from './message-name';
import { saidText, type BotName } from './message-text';
import type { PressSigner } from './press-data';
import type { TelegramChat, TelegramMembership, TelegramMessage, TelegramPress, TelegramUser } from './telegram.update';
import { inboundChat } from '../inbound-chat';

export const platformName = 'telegram';

export interface TranslateNeeds {
  readonly account: string;
  readonly chats: Pick<Chats, 'resolve'>;
  readonly people: Pick<People, 'identify'>;
  readonly outbox: Pick<Outbox, 'bySentAs'>;
  readonly clock: Clock;
  readonly signer: PressSigner;
  /** The machine's clock, in milliseconds. */
  readonly machineNow: () => number;
}

/** What happened in Telegram, in Linli's words. */
export interface Translate {
  message(message: TelegramMessage, bot: BotName): Promise<InboundMessage | null>;
  edit(message: TelegramMessage, bot: BotName): Promise<InboundMessage | null>;
  /** People who came and went, a new title: one event each. */
  service(message: TelegramMessage, bot: BotName): Promise<readonly InboundChatEvent[]>;
  /** Null: a forged or foreign button. */
  press(press: TelegramPress): Promise<InboundPress | null>;
  membership(change: TelegramMembership, readsAll: boolean): Promise<Inbound | null>;
}

interface Speaker {
  readonly nativeId: string;
  readonly name: string;
}

/** A message older than this was late, and is dated back. */
const LATE_MS = 60_000;

const nameOf = ({ first_name, last_name }: { first_name?: string | undefined; last_name?: string | undefined }) =>
  [first_name, last_name].filter(Boolean).join(' ');

const userSpeaker = (user: TelegramUser): Speaker => ({ nativeId: String(user.id), name: nameOf(user) });

/** Who speaks as a chat (an anonymous admin, a channel) is nobody who can be written to in private. */
const speakerOf = ({ from, sender_chat: as }: TelegramMessage): Speaker | null => {
  if (as) return { nativeId: `anonymous:${as.id}`, name: as.title ?? nameOf(as) };
  return from ? userSpeaker(from) : null;
};

const resolving = ({ account, chats, people }: TranslateNeeds) => {
  const identify = async ({ nativeId, name }: Speaker) =>
    (await people.identify({ platform: platformName, nativeId, name })).person;

  const chatOf = async (chat: TelegramChat): Promise<InboundChat> => {
    const isPrivate = chat.type === 'private';
    const title = chat.title ?? nameOf(chat);
    const nativeId = String(chat.id);
    const record = await chats.resolve({
      platform: platformName,
      account,
      nativeId,
      kind: isPrivate ? 'private' : 'group',
      title,
      // A private chat bears the id of its person.
      person: isPrivate ? await identify({ nativeId, name: title }) : null,
    });
    return inboundChat(record);
  };

  const senderOf = async (speaker: Speaker): Promise<InboundSender> => ({
    person: await identify(speaker),
    name: speaker.name,
    identity: { platform: platformName, account, nativeId: speaker.nativeId },
  });

  return async (where: TelegramChat, speaker: Speaker) => ({
    chat: await chatOf(where),
    sender: await senderOf(speaker),
  });
};

const replyOf =
  ({ outbox }: TranslateNeeds) =>
  async ({ chat, reply_to_message: quoted, quote }: TelegramMessage, at: InboundChat, bot: BotName) => {
    // In a forum every message "answers" the one that opened its topic.
    if (!quoted || quoted.forum_topic_created) return null;
    const kind = quoted.photo ? 'photo' : 'text';
    const isOurs = quoted.from?.id === bot.id;
    const row = isOurs ? await outbox.bySentAs(at.id, sentName(kind, chat.id, quoted.message_id)) : null;
    return {
      messageId: messageName(chat.id, quoted.message_id),
      ours: row?.id ?? null,
      quote: quoted.text ?? quoted.caption ?? quote?.text ?? null,
      fromBot: quoted.from?.is_bot ?? false,
    };
  };

const momentOf =
  ({ clock, machineNow }: TranslateNeeds) =>
  (seconds: number): Moment => {
    const ageMs = machineNow() - seconds * 1000;
    return new Date(clock.now().getTime() - (ageMs > LATE_MS ? ageMs : 0)).toISOString();
  };

const isOfBot = ({ via_bot, sender_chat, from }: TelegramMessage): boolean =>
  via_bot !== undefined || (sender_chat === undefined && from?.is_bot === true);

const messages = (needs: TranslateNeeds): Pick<Translate, 'message' | 'edit'> => {
  const spoken = resolving(needs);
  const replyTo = replyOf(needs);
  const at = momentOf(needs);

  const message = async (said: TelegramMessage, bot: BotName): Promise<InboundMessage | null> => {
    const speaker = speakerOf(said);
    if (speaker === null || said.chat.type === 'channel' || said.is_automatic_forward) return null;
    const { chat, sender } = await spoken(said.chat, speaker);
    const messageId = messageName(said.chat.id, said.message_id);
    return {
      kind: 'message',
      key: `${chat.id}:${messageId}`,
      chat,
      sender,
      at: at(said.date),
      messageId: nameInTopic(messageId, said.is_topic_message === true ? said.message_thread_id : undefined),
      ...saidText(said, bot),
      media: mediaOf(said),
      location: said.location ? { lat: said.location.latitude, lng: said.location.longitude } : null,
      album: said.media_group_id ?? null,
      replyTo: said.reply_to_message ? await replyTo(said, chat, bot) : null,
      forwarded: said.forward_origin !== undefined || said.forward_date !== undefined,
      fromBot: isOfBot(said),
      edited: false,
      ...(said.is_topic_message === true ? { topic: true as const } : {}),
    };
  };

  return {
    message,
    edit: async (said, bot) => {
      // A live location moves on by edits: where it began is enough.
      if (said.location) return null;
      const first = await message(said, bot);
      const editedAt = said.edit_date ?? said.date;
      return first && { ...first, key: `${first.key}:${editedAt}`, edits: first.key, at: at(editedAt), edited: true };
    },
  };
};

const presses = (needs: TranslateNeeds): Pick<Translate, 'press'> => {
  const spoken = resolving(needs);
  return {
    press: async ({ id, from, message: card, data }) => {
      if (!card || data === undefined) return null;
      const { chat, sender } = await spoken(card.chat, userSpeaker(from));
      const press = needs.signer.open(chat.id, data);
      if (press === null) return null;
      const key = `${chat.id}:${messageName(card.chat.id, card.message_id)}:cb:${id}`;
      return { kind: 'press', key, chat, sender, at: needs.clock.now().toISOString(), ...press };
    },
  };
};

const isIn = (status: string): boolean => !['left', 'kicked'].includes(status);

interface Happened {
  readonly name: string;
  readonly what: InboundChatEvent['what'];
  readonly by: Speaker;
}

/** One event for each who came or went, and for a new title. */
const happenedIn = (said: TelegramMessage, bot: BotName): readonly Happened[] => {
  const { new_chat_members: came = [], left_chat_member: left, new_chat_title: title } = said;
  const others = (users: readonly TelegramUser[], what: 'joined' | 'left'): readonly Happened[] =>
    users
      .filter(({ id }) => id !== bot.id)
      .map((user) => ({ name: `${what}:${user.id}`, what, by: userSpeaker(user) }));
  const by = speakerOf(said);
  return [
    ...others(came, 'joined'),
    ...others(left ? [left] : [], 'left'),
    ...(title !== undefined && by ? [{ name: 'renamed', what: 'renamed' as const, by }] : []),
  ];
};

const events = (needs: TranslateNeeds): Pick<Translate, 'service' | 'membership'> => {
  const spoken = resolving(needs);
  const at = momentOf(needs);

  const event = async (
    where: TelegramChat,
    { name, what, by }: Happened,
    seconds: number,
  ): Promise<InboundChatEvent> => {
    const { chat, sender } = await spoken(where, by);
    return { kind: 'chat', key: `${chat.id}:${name}`, chat, sender, at: at(seconds), what };
  };

  return {
    service: (said, bot) => {
      const id = messageName(said.chat.id, said.message_id);
      const named = happenedIn(said, bot).map((each) => ({ ...each, name: `${id}:${each.name}` }));
      return Promise.all(named.map((each) => event(said.chat, each, said.date)));
    },
    membership: async ({ chat, from, date, old_chat_member: before, new_chat_member: after }, readsAll) => {
      if (chat.type === 'channel' || isIn(before.status) === isIn(after.status)) return null;
      const added = isIn(after.status);
      const what = added ? 'bot-added' : 'bot-removed';
      const told = await event(chat, { name: `me:${date}:${what}`, what, by: userSpeaker(from) }, date);
      const hearsAll = readsAll || chat.type === 'private' || after.status === 'administrator';
      return added ? { ...told, hearsAll } : told;
    },
  };
};

export const createTranslate = (needs: TranslateNeeds): Translate => ({
  ...messages(needs),
  ...presses(needs),
  ...events(needs),
});

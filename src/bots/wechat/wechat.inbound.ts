import gcoord from 'gcoord';
import type { Moment } from '../../domain/ids';
import type {
  Inbound,
  InboundChat,
  InboundChatEvent,
  InboundMessage,
  InboundRecall,
  InboundSender,
} from '../../usecases/inbound';
import type { Chats, Clock, People } from '../../usecases/ports';
import { inboundChat } from '../inbound-chat';
import type { Directory, Self } from './directory';
import { mediaOf } from './message-media';
import { readCall } from './read-call';
import { readQuote } from './read-quote';
import type { SentWords } from './sent-words';
import { Location, messageTypes, type Contact, type MessagePayload, type WechatPuppet } from './wechat.puppet';

export const platformName = 'wechat';

export interface TranslateNeeds {
  readonly account: string;
  readonly puppet: () => WechatPuppet;
  readonly directory: Directory;
  readonly sentWords: SentWords;
  readonly chats: Pick<Chats, 'resolve'>;
  readonly people: Pick<People, 'identify'>;
  readonly clock: Clock;
  /** The machine's clock, in milliseconds. */
  readonly machineNow: () => number;
}

/** Something that happened to a group, as a puppet tells of it. */
export interface RoomChange {
  readonly what: 'joined' | 'left' | 'renamed';
  readonly room: string;
  /** Who came or went; nobody when it was renamed. */
  readonly who: readonly string[];
  readonly by: string;
  readonly timestamp: number;
}

/** What happened in WeChat, in Linli's words. */
export interface Translate {
  /** Null: nothing that Linli hears (its own words, a sticker, a film). */
  message(payload: MessagePayload, self: Self): Promise<InboundMessage | InboundRecall | null>;
  change(change: RoomChange, self: Self): Promise<readonly Inbound[]>;
}

/** A message older than this was late, and is dated back. */
const LATE_MS = 60_000;
/** Larger figures are milliseconds: puppets use both. */
const MOST_SECONDS = 1e11;

const millisecondsOf = (timestamp: number): number => (timestamp < MOST_SECONDS ? timestamp * 1000 : timestamp);

const momentOf =
  ({ clock, machineNow }: TranslateNeeds) =>
  (timestamp: number): Moment => {
    const ageMs = machineNow() - millisecondsOf(timestamp);
    return new Date(clock.now().getTime() - (ageMs > LATE_MS ? ageMs : 0)).toISOString();
  };

const resolving = ({ account, chats, people, directory }: TranslateNeeds) => {
  const senderOf = async ({ id: nativeId, name }: Contact): Promise<InboundSender> => ({
    person: (await people.identify({ platform: platformName, nativeId, name })).person,
    name,
    identity: { platform: platformName, account, nativeId },
  });

  const groupOf = async (nativeId: string): Promise<InboundChat> => {
    const { topic: title } = await directory.room(nativeId);
    const seen = { platform: platformName, account, nativeId, kind: 'group', title, person: null } as const;
    return inboundChat(await chats.resolve(seen));
  };

  return async (room: string, contact: string) => {
    const known = await directory.contact(contact);
    const sender = await senderOf(known);
    if (room !== '') {
      directory.heard(room, known);
      return { chat: await groupOf(room), sender };
    }
    const { person, name: title } = sender;
    const seen = { platform: platformName, account, nativeId: contact, kind: 'private', title, person } as const;
    return { chat: inboundChat(await chats.resolve(seen)), sender };
  };
};

/** WeChat's degrees are those of the Chinese survey; all else here is in the world's. */
const placeOf = async (needs: TranslateNeeds, { id, type }: MessagePayload): Promise<InboundMessage['location']> => {
  if (type !== messageTypes.location) return null;
  const place = Location.parse(await needs.puppet().messageLocation(id));
  if (place === null) return null;
  const [lng, lat] = gcoord.transform([place.lng, place.lat], gcoord.GCJ02, gcoord.WGS84);
  return { lat, lng };
};

/** A card of ours begins so, whatever the bot is called in this group. */
const looksLikeOurs = /^(?:#\d{3}|【)/;

const replyOf = (
  { sentWords }: TranslateNeeds,
  { id }: MessagePayload,
  chat: InboundChat,
  quoted: ReturnType<typeof readQuote>,
  self: Self,
): InboundMessage['replyTo'] => {
  if (quoted === null) return null;
  const ours = sentWords.find(chat.id, quoted.quote);
  const fromBot = ours !== null || quoted.by === self.name || looksLikeOurs.test(quoted.quote);
  return { messageId: `quoted-by:${id}`, ours: fromBot ? ours : null, quote: quoted.quote, fromBot };
};

const heardTypes: readonly number[] = Object.values(messageTypes);

/** What was spoken, where the puppet gives it; what WeChat itself sends of a voice is XML. */
const isSpoken = ({ type, text }: MessagePayload): boolean =>
  type === messageTypes.audio && !text.trimStart().startsWith('<');

/** Some puppets hand a list of sign-ups in as a note of the group. */
const isList = ({ text }: MessagePayload): boolean => /^#?接龙/.test(text);

const messages = (needs: TranslateNeeds): Pick<Translate, 'message'> => {
  const spoken = resolving(needs);
  const at = momentOf(needs);
  /** Its own names of before a new login too: what it said then may come back now. */
  const own = new Set<string>();

  const wordsOf = (payload: MessagePayload, self: Self) => {
    const plain = payload.type === messageTypes.text || isList(payload) || isSpoken(payload);
    const quoted = plain ? readQuote(payload.text) : null;
    const text = plain ? (quoted?.answer ?? payload.text) : '';
    return { quoted, ...readCall(text, { name: self.name, listed: payload.mentionIdList.includes(self.id) }) };
  };

  return {
    message: async (payload, self) => {
      own.add(self.id);
      if (own.has(payload.talkerId) || !(heardTypes.includes(payload.type) || isList(payload))) return null;
      const { chat, sender } = await spoken(payload.roomId, payload.talkerId);
      const happened = { chat, sender, at: at(payload.timestamp) };
      if (payload.type === messageTypes.recalled)
        return { kind: 'recall', key: `${chat.id}:${payload.id}`, ...happened, messageId: payload.text };
      const { quoted, text, mentioned } = wordsOf(payload, self);
      const media = mediaOf(payload);
      const location = await placeOf(needs, payload);
      if (text === '' && media.length === 0 && location === null && !mentioned && quoted === null) return null;
      return {
        kind: 'message',
        key: `${chat.id}:${payload.id}`,
        ...happened,
        messageId: payload.id,
        ...{ text, media, location, mentioned },
        album: null,
        replyTo: replyOf(needs, payload, chat, quoted, self),
        forwarded: false,
        fromBot: false,
        edited: false,
      };
    },
  };
};

const changes = (needs: TranslateNeeds): Pick<Translate, 'change'> => {
  const spoken = resolving(needs);
  const at = momentOf(needs);

  const event = async (
    { room, timestamp }: RoomChange,
    what: InboundChatEvent['what'],
    who: string,
  ): Promise<InboundChatEvent> => {
    const { chat, sender } = await spoken(room, who);
    const key = `${chat.id}:${what}:${who}:${timestamp}`;
    const told = { kind: 'chat', key, chat, sender, at: at(timestamp), what } as const;
    // In WeChat the bot hears all that is said in its groups.
    return what === 'bot-added' ? { ...told, hearsAll: true } : told;
  };

  return {
    change: async (change, self) => {
      const { what, who, by } = change;
      if (what === 'renamed') return [await event(change, 'renamed', by)];
      const others = who.filter((id) => id !== self.id);
      const ofBot = what === 'joined' ? 'bot-added' : 'bot-removed';
      // Who added the bot, or threw it out, is known; the bot itself is nobody.
      const own = who.includes(self.id) ? [await event(change, ofBot, by)] : [];
      return [...own, ...(await Promise.all(others.map((id) => event(change, what, id))))];
    },
  };
};

export const createTranslate = (needs: TranslateNeeds): Translate => ({ ...messages(needs), ...changes(needs) });

import { badRequest } from '../api-error';
import { captionIn, textOf } from '../formatted-text';
import { keyboardIn } from '../inline-keyboard';
import { asRecord } from '../request-params';
import type { Room } from '../room';
import type { WireContent, WireMessage } from '../wire';
import { type BotCall, type BotMethod, openChatIn } from './bot-method';
import { documentFrom, mediaFrom, photoFrom } from './media-input';

const LARGEST_ALBUM = 10;

const repliedTo = ({ params }: BotCall, room: Room): number | undefined => {
  const given = asRecord(params.json('reply_parameters'));
  const id = given ? Number(given['message_id']) : params.integer('reply_to_message_id');
  if (id === undefined || room.find(id)) return id;
  const mayGoWithout = params.flag('allow_sending_without_reply') || given?.['allow_sending_without_reply'] === true;
  if (!mayGoWithout) throw badRequest('message to be replied not found');
  return undefined;
};

const topicIn = ({ params }: BotCall, room: Room): number | undefined => {
  const topic = params.integer('message_thread_id');
  if (topic !== undefined && !room.topics.has(topic)) throw badRequest('message thread not found');
  return topic;
};

interface Place {
  readonly replyTo: number | undefined;
  readonly topic: number | undefined;
}

const placeIn = (call: BotCall, room: Room): Place => ({ topic: topicIn(call, room), replyTo: repliedTo(call, room) });

const send = (call: BotCall, room: Room, content: WireContent, { replyTo, topic }: Place): WireMessage => {
  const { world } = call;
  const message = room.add(world.bot, world.seconds(), content, replyTo, topic);
  world.changed();
  return room.toWire(message);
};

/** Checks the chat first, then the words, then the keyboard, then the reply, as Telegram does. */
const sendOne =
  (content: (call: BotCall) => WireContent): BotMethod =>
  (call) => {
    const room = openChatIn(call);
    const made = content(call);
    const reply_markup = keyboardIn(call.params);
    return send(call, room, { ...made, ...(reply_markup && { reply_markup }) }, placeIn(call, room));
  };

const caption = ({ params }: BotCall): WireContent => {
  const { text, entities } = captionIn(params);
  if (text === '') return {};
  return { caption: text, ...(entities.length > 0 && { caption_entities: entities }) };
};

export const sendMessage = sendOne(({ params }) => {
  const { text, entities } = textOf(params);
  return { text, ...(entities.length > 0 && { entities }) };
});

export const sendPhoto = sendOne((call) => ({
  photo: photoFrom(call, 'photo', call.params.text('photo') ?? ''),
  ...caption(call),
}));

export const sendDocument = sendOne((call) => ({
  document: documentFrom(call, 'document', call.params.text('document') ?? ''),
  ...caption(call),
}));

export const sendLocation = sendOne(({ params }) => {
  const [latitude, longitude] = [params.decimal('latitude'), params.decimal('longitude')];
  if (latitude === undefined || longitude === undefined) throw badRequest('latitude or longitude is empty');
  return { location: { latitude, longitude } };
});

export const mediaList = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

let albums = 0;

export const sendMediaGroup: BotMethod = (call) => {
  const room = openChatIn(call);
  const media = mediaList(call.params.json('media'));
  if (media.length === 0) throw badRequest('there are no messages to send');
  if (media.length > LARGEST_ALBUM) throw badRequest('too many messages to send as an album');
  const contents = media.map((one) => mediaFrom(call, one));
  const place = placeIn(call, room);
  albums += 1;
  const group = media.length > 1 ? { media_group_id: `1380${albums}` } : {};
  return contents.map((content) => send(call, room, { ...content, ...group }, place));
};

export const sendChatAction: BotMethod = (call) => {
  openChatIn(call);
  if ((call.params.text('action') ?? '') === '') throw badRequest('wrong parameter action in request');
  return true;
};

import { badRequest } from '../api-error';
import { captionIn, textOf } from '../formatted-text';
import { keyboardIn } from '../inline-keyboard';
import type { StoredMessage } from '../room';
import type { WireContent, WireMessage } from '../wire';
import { type BotCall, type BotMethod, openChatIn, ownMessageIn } from './bot-method';
import { mediaFrom } from './media-input';

const NOT_MODIFIED =
  'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message';

const DELETABLE_SECONDS = 48 * 60 * 60;

const hasMedia = ({ photo, document, voice }: WireMessage): boolean => Boolean(photo ?? document ?? voice);

/** The parts that an edit can change, in one order, so that equal means equal. */
const shown = ({ text, entities, caption, caption_entities, photo, document, reply_markup }: WireMessage): string =>
  JSON.stringify([text, entities, caption, caption_entities, photo, document, reply_markup]);

const replaced = (wire: WireMessage, gone: readonly (keyof WireContent)[], content: WireContent): WireMessage => {
  const kept = { ...wire };
  for (const name of gone) Reflect.deleteProperty(kept, name);
  return { ...kept, ...content };
};

type Change = (call: BotCall, message: StoredMessage) => WireMessage;

/** Every edit also sets the keyboard: without reply_markup the buttons go. */
const edit =
  (change: Change): BotMethod =>
  (call) => {
    const room = openChatIn(call);
    const message = ownMessageIn(call, room);
    const changed = change(call, message);
    const reply_markup = keyboardIn(call.params);
    const next = replaced(changed, ['reply_markup'], reply_markup ? { reply_markup } : {});
    if (shown(next) === shown(message.wire)) throw badRequest(NOT_MODIFIED);
    message.wire = { ...next, edit_date: call.world.seconds() };
    call.world.changed();
    return room.toWire(message);
  };

export const editMessageText = edit(({ params }, { wire }) => {
  if (wire.text === undefined) throw badRequest('there is no text in the message to edit');
  const { text, entities } = textOf(params);
  return replaced(wire, ['text', 'entities'], { text, ...(entities.length > 0 && { entities }) });
});

export const editMessageCaption = edit(({ params }, { wire }) => {
  if (!hasMedia(wire)) throw badRequest('there is no caption in the message to edit');
  const { text, entities } = captionIn(params);
  const content = text === '' ? {} : { caption: text, ...(entities.length > 0 && { caption_entities: entities }) };
  return replaced(wire, ['caption', 'caption_entities'], content);
});

export const editMessageMedia = edit((call, { wire }) => {
  const content = mediaFrom(call, call.params.json('media'));
  const gone = ['text', 'entities', 'photo', 'document', 'voice', 'caption', 'caption_entities'] as const;
  return replaced(wire, gone, content);
});

export const editMessageReplyMarkup = edit((_call, { wire }) => wire);

const checkDeletable = ({ world }: BotCall, message: StoredMessage | undefined, botIsAdmin: boolean): StoredMessage => {
  if (!message) throw badRequest('message to delete not found');
  const own = message.wire.from.id === world.bot.id;
  const isPrivate = message.wire.chat.type === 'private';
  if (!own && !isPrivate && !botIsAdmin) throw badRequest("message can't be deleted");
  if (world.seconds() - message.wire.date >= DELETABLE_SECONDS) {
    throw badRequest("message can't be deleted for everyone");
  }
  return message;
};

export const deleteMessage: BotMethod = (call) => {
  const room = openChatIn(call);
  const found = room.find(call.params.integer('message_id'));
  const message = checkDeletable(call, found, room.botStatus === 'administrator');
  message.deleted = true;
  call.world.changed();
  return true;
};

import type { ChatRecord, Outgoing, RemoveOutcome, SendOutcome } from '../../usecases/ports';
import { readName, type NamedMessage } from './message-name';
import { isLockedIn, isNotThere, isUnchanged } from './send-outcome';
import { MAX_CAPTION, MAX_TEXT } from './send-plan';
import { fitText } from '../split-text';
import { TelegramRefusal, type TelegramApi } from './telegram.api';

/** A grey square, in the place of a picture that is not to be seen any more: a message of Telegram keeps its kind. */
const blankPicture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAEAAAABACAMAAACdt4HsAAAAA1BMVEXg4ODw7PzuAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAAG0lEQVRYw+3BgQAA' +
    'AADDoPlT3+AEVQEAAAB8AxBAAAEZszF2AAAAAElFTkSuQmCC',
  'base64',
);

/** Of the time before the group became a supergroup: Telegram takes such a one back no more. */
const beforeMigration = 'it was sent before the group became a supergroup';

/** Null: done, or there is nothing to be done any more; otherwise why Telegram does not do it. */
const whyNot = async (work: Promise<unknown>): Promise<string | null> => {
  try {
    await work;
    return null;
  } catch (error) {
    if (!(error instanceof TelegramRefusal)) throw error;
    if (isNotThere(error) || isUnchanged(error)) return null;
    if (isLockedIn(error)) return error.description;
    throw error;
  }
};

/** Deletes each of these messages; Telegram lets a bot do so for 48 hours. What is not there any more is deleted. */
export const removeMessage = async (
  api: TelegramApi,
  { nativeId }: ChatRecord,
  as: readonly string[],
): Promise<RemoveOutcome> => {
  const chat = Number(nativeId);
  const left: { readonly name: string; readonly why: string }[] = [];
  for (const name of as) {
    const named = readName(chat, name);
    const why = named
      ? await whyNot(api.call('deleteMessage', { chat_id: chat, message_id: named.id }))
      : beforeMigration;
    if (why !== null) left.push({ name, why });
  }
  const [first] = left;
  return first ? { kind: 'stands', why: first.why, left: left.map(({ name }) => name) } : { kind: 'removed' };
};

const replace = (api: TelegramApi, chat: number, { kind, id }: NamedMessage, text: string): Promise<unknown> => {
  const place = { chat_id: chat, message_id: id };
  const cut = (most: number): string => fitText(text, most, 1)[0] ?? '';
  return kind === 'photo'
    ? api.call('editMessageMedia', {
        ...place,
        media: { type: 'photo', media: { source: blankPicture, filename: 'photo.png' }, caption: cut(MAX_CAPTION) },
      })
    : api.call('editMessageText', {
        ...place,
        text: cut(MAX_TEXT),
        link_preview_options: { is_disabled: true },
      });
};

/** Other words, and a blank picture, in the place of each of these messages; the buttons go. */
export const redactMessage = async (
  api: TelegramApi,
  { chat: { nativeId }, text }: Outgoing,
  as: readonly string[],
): Promise<SendOutcome> => {
  const chat = Number(nativeId);
  for (const name of as) {
    const named = readName(chat, name);
    const why = named ? await whyNot(replace(api, chat, named, text)) : beforeMigration;
    if (why !== null) return { kind: 'refused', why };
  }
  return { kind: 'sent', as };
};

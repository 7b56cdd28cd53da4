import type { Outgoing, SendOutcome } from '../../usecases/ports';
import { keyboardOf } from './keyboard';
import { readName, type NamedMessage } from './message-name';
import type { PressSigner } from './press-data';
import { isUnchanged } from './send-outcome';
import { MAX_CAPTION, MAX_TEXT } from './send-plan';
import { fitText } from '../split-text';
import { TelegramRefusal, type TelegramApi } from './telegram.api';

/** Stands where a longer text had a further part. */
const EMPTY_PART = '…';

/** The messages that hold the words: the texts, or the one photo with a caption. */
const wordsOf = (named: readonly NamedMessage[]): readonly NamedMessage[] => {
  const texts = named.filter(({ kind }) => kind === 'text');
  return texts.length > 0 ? texts : named.slice(-1);
};

const unlessUnchanged = async (edit: Promise<unknown>): Promise<void> => {
  try {
    await edit;
  } catch (error) {
    if (!(error instanceof TelegramRefusal) || !isUnchanged(error)) throw error;
  }
};

/** Changes words and buttons in place, in as many messages as they were sent in; without choices the buttons go. */
export const editMessage = async (
  api: TelegramApi,
  signer: PressSigner,
  message: Outgoing,
  as: readonly string[],
): Promise<SendOutcome> => {
  const chat = Number(message.chat.nativeId);
  const named = as.flatMap((name) => readName(chat, name) ?? []);
  const words = wordsOf(named);
  if (words.length === 0) return { kind: 'gone', why: 'it was sent before the group became a supergroup' };
  const isCaption = words[0]?.kind === 'photo';
  const parts = fitText(message.text, isCaption ? MAX_CAPTION : MAX_TEXT, words.length);
  const keyboard = keyboardOf(message, signer);
  for (const [index, { id }] of words.entries()) {
    const buttons = keyboard && index === words.length - 1 ? { reply_markup: keyboard } : {};
    const text = parts[index] ?? EMPTY_PART;
    const place = { chat_id: chat, message_id: id, ...buttons };
    await unlessUnchanged(
      isCaption
        ? api.call('editMessageCaption', { ...place, caption: text })
        : api.call('editMessageText', { ...place, text, link_preview_options: { is_disabled: true } }),
    );
  }
  return { kind: 'sent', as };
};

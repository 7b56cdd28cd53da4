import { badRequest } from './api-error';
import type { Params } from './request-params';
import { asRecord } from './request-params';
import type { WireButton, WireKeyboard } from './wire';

const LONGEST_CALLBACK_BYTES = 64;

const cannotParse = (why: string): Error => badRequest(`can't parse inline keyboard button: ${why}`);

const checkUrl = (url: string): string => {
  const broken = (): Error => badRequest(`inline keyboard button URL '${url}' is invalid: Wrong HTTP URL`);
  if (url.startsWith('tg://')) return url;
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  // Telegram refuses hosts without a dot, so a button to "localhost" never shows.
  if (!parsed || !/^https?:$/.test(parsed.protocol) || !parsed.hostname.includes('.')) throw broken();
  return url;
};

const readButton = (given: unknown): WireButton => {
  const button = asRecord(given);
  if (!button) throw cannotParse('InlineKeyboardButton must be an Object');
  const { text, callback_data: data, url } = button;
  if (typeof text !== 'string') throw cannotParse('Can\'t find field "text"');
  if (text.trim() === '') throw badRequest('BUTTON_TEXT_INVALID');
  if (typeof url === 'string') return { text, url: checkUrl(url) };
  if (typeof data !== 'string') throw cannotParse('Text buttons are unallowed in the inline keyboard');
  if (data === '' || Buffer.byteLength(data) > LONGEST_CALLBACK_BYTES) throw badRequest('BUTTON_DATA_INVALID');
  return { text, callback_data: data };
};

/** The inline keyboard of a call; nothing when there is none, it is empty, or it is another kind of markup. */
export const keyboardIn = (params: Params): WireKeyboard | undefined => {
  const rows = asRecord(params.json('reply_markup'))?.['inline_keyboard'];
  if (rows === undefined) return undefined;
  if (!Array.isArray(rows)) throw badRequest('field "inline_keyboard" of the InlineKeyboardMarkup must be an Array');
  const read = rows.map((row: unknown) => {
    if (!Array.isArray(row)) throw badRequest("can't parse inline keyboard: keyboard row must be an Array");
    return row.map(readButton);
  });
  const inline_keyboard = read.filter((row) => row.length > 0);
  return inline_keyboard.length > 0 ? { inline_keyboard } : undefined;
};

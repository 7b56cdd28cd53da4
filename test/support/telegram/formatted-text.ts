import { badRequest } from './api-error';
import { type Formatted, parseHtml } from './parse-html';
import type { Params } from './request-params';
import { asRecord } from './request-params';
import type { WireEntity } from './wire';

/** As TDLib cleans what a bot sends: control characters become spaces, line and direction marks go. */
const clean = (text: string): string =>
  text
    .replace(/\r|\u2028|\u2029|\u202a|\u202b|\u202c|\u202d|\u202e/g, '')
    .replace(/\p{Cc}/gu, (character) => (character === '\n' || character > '\u007e' ? character : ' '));

const trim = ({ text, entities }: Formatted): Formatted => {
  const lead = text.length - text.trimStart().length;
  const trimmed = text.trim();
  const moved = entities.flatMap((entity) => {
    const start = Math.max(0, entity.offset - lead);
    const end = Math.min(trimmed.length, entity.offset + entity.length - lead);
    return end > start ? [{ ...entity, offset: start, length: end - start }] : [];
  });
  return { text: trimmed, entities: moved };
};

const readEntities = (given: unknown): WireEntity[] =>
  (Array.isArray(given) ? given : []).flatMap((one: unknown) => {
    const { type, offset, length, url } = asRecord(one) ?? {};
    if (typeof type !== 'string' || typeof offset !== 'number' || typeof length !== 'number') return [];
    return [{ type, offset, length, ...(typeof url === 'string' && { url }) }];
  });

export const formatted = (source: string, parseMode: string | undefined, entities: unknown): Formatted => {
  const text = clean(source);
  switch ((parseMode ?? '').toLowerCase()) {
    case '':
      return trim({ text, entities: readEntities(entities) });
    case 'html':
      return trim(parseHtml(text));
    default:
      throw badRequest('unsupported parse_mode');
  }
};

export const LONGEST_TEXT = 4096;
export const LONGEST_CAPTION = 1024;

export const textOf = (params: Params): Formatted => {
  const read = formatted(params.text('text') ?? '', params.text('parse_mode'), params.json('entities'));
  if (read.text === '') throw badRequest('message text is empty');
  if (read.text.length > LONGEST_TEXT) throw badRequest('message is too long');
  return read;
};

export interface CaptionSource {
  caption: string | undefined;
  parseMode: string | undefined;
  entities: unknown;
}

export const captionOf = ({ caption, parseMode, entities }: CaptionSource): Formatted => {
  const read = formatted(caption ?? '', parseMode, entities);
  if (read.text.length > LONGEST_CAPTION) throw badRequest('message caption is too long');
  return read;
};

export const captionIn = (params: Params): Formatted =>
  captionOf({
    caption: params.text('caption'),
    parseMode: params.text('parse_mode'),
    entities: params.json('caption_entities'),
  });

/** What Telegram marks by itself in what people type. */
const MARKS: readonly (readonly [string, RegExp])[] = [
  ['bot_command', /(?<=^|\s)\/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?/gu],
  ['mention', /(?<=^|[^\w/])@[A-Za-z0-9_]{4,32}/gu],
  ['hashtag', /(?<=^|\s)#(?!\d+(?:\s|$))[\p{L}\p{N}_]+/gu],
  ['url', /https?:\/\/[^\s<>"，。）]+/gu],
];

export const markEntities = (text: string): WireEntity[] =>
  MARKS.flatMap(([type, pattern]) =>
    [...text.matchAll(pattern)].map((found) => ({ type, offset: found.index, length: found[0].length })),
  ).sort((a, b) => a.offset - b.offset);

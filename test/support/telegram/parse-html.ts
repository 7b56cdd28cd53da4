import { badRequest } from './api-error';
import type { WireEntity } from './wire';

export interface Formatted {
  text: string;
  entities: WireEntity[];
}

const ENTITY_OF_TAG = new Map([
  ['b', 'bold'],
  ['strong', 'bold'],
  ['i', 'italic'],
  ['em', 'italic'],
  ['u', 'underline'],
  ['ins', 'underline'],
  ['s', 'strikethrough'],
  ['strike', 'strikethrough'],
  ['del', 'strikethrough'],
  ['tg-spoiler', 'spoiler'],
  ['span', 'spoiler'],
  ['code', 'code'],
  ['pre', 'pre'],
  ['blockquote', 'blockquote'],
  ['a', 'text_link'],
]);

const NAMED_CHARACTERS = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
]);

interface OpenTag {
  name: string;
  offset: number;
  attributes: ReadonlyMap<string, string>;
}

const unparsable = (why: string): Error => badRequest(`can't parse entities: ${why}`);

const decodeCharacter = (whole: string, name: string): string => {
  if (!name.startsWith('#')) return NAMED_CHARACTERS.get(name) ?? whole;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
  return Number.isNaN(code) || code === 0 || code > 0x10ffff ? whole : String.fromCodePoint(code);
};

const decode = (text: string): string => text.replace(/&(#x[0-9a-f]+|#\d+|\w+);?/gi, decodeCharacter);

const readAttributes = (source: string): Map<string, string> =>
  new Map(
    [...source.matchAll(/([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/g)].map((found) => [
      (found[1] ?? '').toLowerCase(),
      decode(found[2] ?? found[3] ?? found[4] ?? ''),
    ]),
  );

const toEntity = ({ name, offset, attributes }: OpenTag, text: string): WireEntity | undefined => {
  const length = text.length - offset;
  const type = ENTITY_OF_TAG.get(name);
  if (length === 0 || type === undefined) return undefined;
  if (type !== 'text_link') return { type, offset, length };
  const url = attributes.get('href') ?? text.slice(offset);
  return /^(https?|tg|mailto|tel):/i.test(url) ? { type, offset, length, url } : undefined;
};

/** Telegram's HTML to what a person reads; refuses what TDLib refuses, with its words and byte offsets. */
export const parseHtml = (html: string): Formatted => {
  const entities: WireEntity[] = [];
  const open: OpenTag[] = [];
  let text = '';
  let at = 0;

  const byteOffset = (): number => Buffer.byteLength(html.slice(0, at));
  const closeTag = (found: string): void => {
    const last = open.pop();
    if (!last) throw unparsable(`Unexpected end tag at byte offset ${byteOffset()}`);
    if (found !== '' && found !== last.name) {
      throw unparsable(
        `Unmatched end tag at byte offset ${byteOffset()}, expected "</${last.name}>", found "</${found}>"`,
      );
    }
    const entity = toEntity(last, text);
    if (entity) entities.push(entity);
  };
  const openTag = (name: string, source: string): void => {
    if (!ENTITY_OF_TAG.has(name)) throw unparsable(`Unsupported start tag "${name}" at byte offset ${byteOffset()}`);
    const attributes = readAttributes(source);
    if (name === 'span' && attributes.get('class') !== 'tg-spoiler') {
      throw unparsable(`Tag "span" must have class "tg-spoiler" at byte offset ${byteOffset()}`);
    }
    open.push({ name, offset: text.length, attributes });
  };
  const readTag = (): void => {
    const tag = /^<(\/?)([^\s>]*)([^>]*)>/.exec(html.slice(at));
    const isEnd = html[at + 1] === '/';
    if (!tag) {
      const name = /^<([^\s>]*)/.exec(html.slice(at))?.[1]?.toLowerCase() ?? '';
      if (!isEnd && !ENTITY_OF_TAG.has(name)) openTag(name, '');
      throw unparsable(`Unclosed ${isEnd ? 'end' : 'start'} tag at byte offset ${byteOffset()}`);
    }
    const name = (tag[2] ?? '').toLowerCase();
    if (isEnd) closeTag(name);
    else openTag(name, tag[3] ?? '');
    at += tag[0].length;
  };

  while (at < html.length) {
    if (html[at] === '<') {
      readTag();
      continue;
    }
    const next = html.indexOf('<', at);
    const end = next === -1 ? html.length : next;
    text += decode(html.slice(at, end));
    at = end;
  }
  const left = open.at(-1);
  if (left) throw unparsable(`Can't find end tag corresponding to start tag "${left.name}"`);
  return { text, entities: entities.sort((a, b) => a.offset - b.offset || b.length - a.length) };
};

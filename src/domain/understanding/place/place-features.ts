import type { PlaceSpan } from './place-patterns';

/** Seen at one character of a text: which of the tagger's slots are on. */
export const placeSlots = 1 << 15;

const mix = (hash: number, code: number) => Math.imul(hash ^ code, 0x01000193) >>> 0;

const slot = (hash: number) => {
  const spread = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return ((spread ^ (spread >>> 13)) >>> 0) & (placeSlots - 1);
};

const hashOf = (kind: number, ...codes: number[]): number => slot(codes.reduce(mix, mix(0x811c9dc5, kind)));

const hashText = (kind: number, text: string): number => {
  let hash = mix(0x811c9dc5, kind);
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    hash = mix(hash, code >= 48 && code <= 57 ? 48 : code);
  }
  return slot(hash);
};

const codesOf = (text: string): number[] =>
  Array.from({ length: text.length }, (_, index) => {
    const code = text.charCodeAt(index);
    return code >= 48 && code <= 57 ? 48 : code;
  });

const suffixes = new Set(
  Array.from('栋幢楼座室元门口路街巷道桥园苑城府庭湾广场站店馆院校库棚亭柜房边旁面下上里号区村厅', (c) =>
    c.charCodeAt(0),
  ),
);

const classOf = (code: number): number => {
  if (code === 48) return 1;
  if (code >= 97 && code <= 122) return 2;
  if (suffixes.has(code)) return 3;
  if (code >= 0x4e00 && code <= 0x9fff) return 4;
  return code === 32 || code === 10 ? 5 : 6;
};

interface WordAt {
  readonly word: string;
  readonly before: string;
  readonly after: string;
  /** 0 first, 1 inside, 2 last, 3 alone. */
  readonly position: number;
}

const wordsAt = (words: readonly string[]): WordAt[] =>
  words.flatMap((word, index) =>
    Array.from({ length: word.length }, (_, at) => ({
      word,
      before: words[index - 1] ?? '',
      after: words[index + 1] ?? '',
      position: word.length === 1 ? 3 : at === 0 ? 0 : at === word.length - 1 ? 2 : 1,
    })),
  );

interface Segment {
  readonly text: string;
  readonly place: number;
}

/** People put a place between blanks, most often last: "灯不亮 3栋北门". */
const segmentsAt = (text: string): Segment[] => {
  const parts = text.split(/([\s,，。!！?？、;；:：]+)/);
  const last = parts.length - 1;
  return parts.flatMap((part, index) => {
    const place = last === 0 ? 0 : index === 0 ? 1 : index === last ? 2 : 3;
    return Array.from({ length: part.length }, () => ({ text: part, place }));
  });
};

const kindNumber = { address: 1, home: 2, gate: 3, spot: 4, road: 5, named: 6, tagged: 7, estate: 8 } as const;

const rulesAt = (length: number, spans: readonly PlaceSpan[], kinds: readonly PlaceSpan['kind'][]): Uint8Array => {
  const marks = new Uint8Array(length + 2);
  for (const { from, to, kind } of spans) {
    if (!kinds.includes(kind)) continue;
    for (let at = from; at < to; at += 1)
      marks[at + 1] = kindNumber[kind] * 3 + (at === from ? 0 : at === to - 1 ? 2 : 1);
  }
  return marks;
};

/** The slots of each character; what a person would look at to say where a place begins and ends. */
export const placeFeatures = (text: string, words: readonly string[], spans: readonly PlaceSpan[]): number[][] => {
  const codes = codesOf(text);
  const inWord = wordsAt(words);
  const inSegment = segmentsAt(text);
  const rules = rulesAt(text.length, spans, ['road', 'home', 'gate', 'address']);
  const names = rulesAt(text.length, spans, ['estate', 'spot']);
  const code = (index: number) => codes[index] ?? 0;
  const kind = (index: number) => classOf(code(index));
  const rule = (index: number) => rules[index + 1] ?? 0;
  const name = (index: number) => names[index + 1] ?? 0;
  return codes.map((own, at) => {
    const [a, b, d, e] = [code(at - 2), code(at - 1), code(at + 1), code(at + 2)];
    const word = inWord[at];
    const segment = inSegment[at];
    const tail = segment?.text.slice(-2) ?? '';
    return [
      hashOf(1, own),
      hashOf(2, b),
      hashOf(3, d),
      hashOf(4, a),
      hashOf(5, e),
      hashOf(6, b, own),
      hashOf(7, own, d),
      hashOf(8, a, b),
      hashOf(9, d, e),
      hashOf(10, b, own, d),
      hashOf(11, kind(at - 1), kind(at), kind(at + 1)),
      hashText(12 + (word?.position ?? 0), word?.word ?? ''),
      hashText(16, word?.before ?? ''),
      hashText(17, word?.after ?? ''),
      hashOf(18, rule(at)),
      hashOf(19, rule(at), rule(at + 1)),
      hashOf(20, rule(at - 1), rule(at)),
      hashOf(21, segment?.place ?? 0, Math.min(8, segment?.text.length ?? 0)),
      hashText(22, tail),
      hashText(23, (segment?.text.length ?? 9) <= 6 ? (segment?.text ?? '') : ''),
      hashOf(24, rule(at), segment?.place ?? 0),
      hashOf(25, name(at)),
      hashOf(26, name(at), name(at + 1)),
      hashOf(27, name(at - 1), name(at)),
      hashOf(28, name(at), rule(at), kind(at + 1)),
      hashOf(29, name(at), segment?.place ?? 0),
    ];
  });
};

/** A fact beside the words: the group, a photo, a list of the field's dictionary, a rule that fired. */
export interface Mark {
  readonly name: string;
  readonly strength: number;
}

/** What a linear model sees of a text: hashed pieces, each with the span of the text it stands for, and marks. */
export interface Features {
  readonly hashes: Uint32Array;
  readonly from: Uint16Array;
  readonly to: Uint16Array;
  readonly marks: readonly { readonly hash: number; readonly strength: number }[];
}

export interface FeatureInput {
  /** Folded text. */
  readonly text: string;
  /** The same text cut into words. */
  readonly words: readonly string[];
  readonly marks: readonly Mark[];
}

const prime = 0x01000193;
const basis = 0x811c9dc5;
const wordSalt = 0x5bd1e995;
const markSalt = 0x165667b1;

const mix = (hash: number, code: number) => Math.imul(hash ^ code, prime) >>> 0;

/** All digits look alike to the model: 6号楼 is as 8号楼. */
const plain = (code: number) => (code >= 48 && code <= 57 ? 48 : code);

/** Few enough that the committed list of them is small, many enough that two rarely meet. */
const hashBits = 22;

const blanks = new Set([' ', '\n', '\r', '\t', ',', '.', '，', '。'].map((blank) => blank.charCodeAt(0)));

const finish = (hash: number) => {
  const spread = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return ((spread ^ (spread >>> 13)) >>> 0) >>> (32 - hashBits);
};

const hashOf = (text: string, salt: number) => {
  let hash = (basis ^ salt) >>> 0;
  for (let index = 0; index < text.length; index += 1) hash = mix(hash, plain(text.charCodeAt(index)));
  return finish(hash);
};

export const markHash = (name: string): number => hashOf(name, markSalt);

/** Characters, pairs of characters, and words of two characters or more. */
export const featuresOf = ({ text, words, marks }: FeatureInput): Features => {
  const room = text.length * 2 + words.length;
  const hashes = new Uint32Array(room);
  const from = new Uint16Array(room);
  const to = new Uint16Array(room);
  let count = 0;
  const add = (hash: number, start: number, end: number) => {
    hashes[count] = hash;
    from[count] = start;
    to[count] = end;
    count += 1;
  };
  for (let start = 0; start < text.length; start += 1) {
    const code = text.charCodeAt(start);
    if (blanks.has(code)) continue;
    const one = mix(basis, plain(code));
    add(finish(one), start, start + 1);
    const next = start + 1 < text.length ? text.charCodeAt(start + 1) : 32;
    if (!blanks.has(next)) add(finish(mix(one, plain(next))), start, start + 2);
  }
  let at = 0;
  for (const word of words) {
    if (word.length > 1) add(hashOf(word, wordSalt), at, at + word.length);
    at += word.length;
  }
  return {
    hashes: hashes.subarray(0, count),
    from: from.subarray(0, count),
    to: to.subarray(0, count),
    marks: marks.map(({ name, strength }) => ({ hash: markHash(name), strength })),
  };
};

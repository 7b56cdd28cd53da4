/** A word found in a text, with what it stands for. */
export interface FoundWord<Tag> {
  readonly word: string;
  readonly tag: Tag;
}

export type FindWords<Tag> = (text: string) => readonly FoundWord<Tag>[];

const keyOf = (first: number, second: number) => first * 65_536 + second;

const put = <Key, Tag>(map: Map<Key, FoundWord<Tag>[]>, key: Key, entry: FoundWord<Tag>) => {
  const bucket = map.get(key);
  if (bucket) bucket.push(entry);
  else map.set(key, [entry]);
};

/** Looks for many words at once: by the first two characters, so that the time grows with the text only. */
export const findWords = <Tag>(entries: Iterable<readonly [string, Tag]>): FindWords<Tag> => {
  const single = new Map<number, FoundWord<Tag>[]>();
  const longer = new Map<number, FoundWord<Tag>[]>();
  for (const [word, tag] of entries) {
    if (word.length === 1) put(single, word.charCodeAt(0), { word, tag });
    else if (word.length > 1) put(longer, keyOf(word.charCodeAt(0), word.charCodeAt(1)), { word, tag });
  }
  return (text) => {
    const found: FoundWord<Tag>[] = [];
    for (let index = 0; index < text.length; index += 1) {
      const first = text.charCodeAt(index);
      for (const entry of single.get(first) ?? []) found.push(entry);
      if (index + 1 === text.length) break;
      for (const entry of longer.get(keyOf(first, text.charCodeAt(index + 1))) ?? []) {
        if (entry.word.length === 2 || text.startsWith(entry.word, index)) found.push(entry);
      }
    }
    return found;
  };
};

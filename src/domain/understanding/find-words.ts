/** Words found in a text. */
export type FindWords<Tag> = (text: string) => readonly { readonly word: string; readonly tag: Tag }[];

/** Looks for many words at once: by the first character, so that the time grows with the text only. */
export const findWords = <Tag>(entries: Iterable<readonly [string, Tag]>): FindWords<Tag> => {
  const byFirst = new Map<number, { word: string; tag: Tag }[]>();
  for (const [word, tag] of entries) {
    if (word === '') continue;
    const first = word.charCodeAt(0);
    const bucket = byFirst.get(first);
    if (bucket) bucket.push({ word, tag });
    else byFirst.set(first, [{ word, tag }]);
  }
  return (text) => {
    const found: { word: string; tag: Tag }[] = [];
    for (let index = 0; index < text.length; index += 1) {
      const bucket = byFirst.get(text.charCodeAt(index));
      if (bucket === undefined) continue;
      for (const entry of bucket) if (text.startsWith(entry.word, index)) found.push(entry);
    }
    return found;
  };
};

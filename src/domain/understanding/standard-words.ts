import { z } from 'zod';

/** A word that people say here, and the one that everybody knows. */
export const DialectWord = z.strictObject({ word: z.string().min(1).max(20), means: z.string().min(1).max(20) });
export type DialectWord = z.infer<typeof DialectWord>;

export interface StandardWords {
  readonly text: string;
  /** What was put in another's place, for the `why`. */
  readonly said: readonly DialectWord[];
}

/** The words of this place said as everybody says them; longer words first, each of them once. */
export const inStandardWords = (text: string, dialect: readonly DialectWord[]): StandardWords => {
  const said = dialect
    .filter(({ word }) => text.includes(word))
    .sort((one, other) => other.word.length - one.word.length);
  const means = new Map(said.map(({ word, means: standard }) => [word, standard]));
  const pattern = said.map(({ word }) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  return said.length === 0
    ? { text, said }
    : { text: text.replace(new RegExp(pattern, 'gu'), (word) => means.get(word) ?? word), said };
};

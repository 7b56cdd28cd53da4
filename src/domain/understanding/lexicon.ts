import type { CategoryId } from '../community/category';
import type { DialectWord } from './standard-words';

/** A building, gate, shop or facility of the community and what people call it. */
export interface NamedPlace {
  readonly name: string;
  readonly nicknames: readonly string[];
}

/** The community's own words; they work from the moment the pack is loaded, without training. */
export interface Lexicon {
  readonly categories: readonly { readonly id: CategoryId; readonly words: readonly string[] }[];
  readonly buildings: readonly NamedPlace[];
  readonly places: readonly NamedPlace[];
  readonly dialect: readonly DialectWord[];
}

export const emptyLexicon: Lexicon = { categories: [], buildings: [], places: [], dialect: [] };

import type { WordsDocument as Words } from '../../usecases/ports';
import { WordsDocument } from '../documents';
import type { FieldCipher, Opened } from '../privacy/field-cipher';
import type { Scope } from '../scope';
import { termsOf } from '../privacy/word-terms';

/** A sealed text opens in its own document only. */
const placeOf = (document: { readonly _id: string }): string => `words/${document._id}`;

/** Words as they are stored: what is to be sealed never reaches the database in the clear. */
export const wordsDocument = (words: Words, { communityId, key }: Scope, cipher: FieldCipher): WordsDocument => {
  const _id = key(words.id);
  if (words.sealed !== true) return WordsDocument.parse({ ...words, _id, communityId, terms: termsOf(words.text) });
  const text = cipher.seal(words.text, placeOf({ _id }));
  if (text === null) throw new Error('Words are to be sealed and there is no key: set FIELD_KEY.');
  return WordsDocument.parse({ ...words, _id, communityId, text });
};

export const openWords = (document: WordsDocument, cipher: FieldCipher): Opened =>
  document.sealed === true ? cipher.open(document.text, placeOf(document)) : { kind: 'open', text: document.text };

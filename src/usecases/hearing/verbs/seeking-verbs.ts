import { photoIds } from '../keep-parts';
import type { VerbMeaning } from './verb-meaning';

export const familyCalled: VerbMeaning = {
  handlers: true,
  command: ({ person: by }) => ({ kind: 'reach', by, whom: 'family' }),
};

export const policeCalled: VerbMeaning = {
  handlers: true,
  command: ({ person: by }) => ({ kind: 'reach', by, whom: 'police' }),
};

export const returnPerson: VerbMeaning = {
  handlers: true,
  command: ({ person: by, said, photos }) => ({
    kind: 'return',
    by,
    words: said?.id ?? null,
    photos: photoIds(photos),
  }),
};

export const passThanks: VerbMeaning = {
  handlers: true,
  command: ({ person: by, said }) => ({ kind: 'thank', by, words: said?.id ?? null }),
};

import { readUntil } from '../read-until';
import type { VerbMeaning } from './verb-meaning';

export const consider: VerbMeaning = {
  handlers: true,
  command: ({ person: by, said }) => ({ kind: 'consider', by, words: said?.id ?? null }),
};

export const plan: VerbMeaning = {
  handlers: true,
  command: ({ person: by, ports, typed, said, community }) => ({
    kind: 'plan',
    by,
    until: readUntil(typed.rest, ports.clock.now().toISOString(), community),
    words: said?.id ?? null,
  }),
};

/** The reason stands behind "因为", or simply behind the number. */
export const notTakeUp: VerbMeaning = {
  handlers: true,
  command: ({ person: by, why, said }) => ({ kind: 'not-take-up', by, words: (why ?? said)?.id ?? null }),
};

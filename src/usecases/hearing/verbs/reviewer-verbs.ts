import { namedEnd } from '../read-until';
import type { VerbMeaning } from './verb-meaning';

export const pass: VerbMeaning = { handlers: true, command: ({ person: by }) => ({ kind: 'pass', by }) };

/** The reason stands behind "因为", or simply behind the number. */
export const sendBack: VerbMeaning = {
  handlers: true,
  command: ({ person: by, why, said }) => ({ kind: 'send-back', by, words: (why ?? said)?.id ?? null, parts: [] }),
};

export const supervise: VerbMeaning = {
  handlers: true,
  command: ({ person: by, ports, typed, said, community }) => ({
    kind: 'supervise',
    by,
    words: said?.id ?? null,
    until: namedEnd(typed.rest, ports.clock.now().toISOString(), community),
  }),
};

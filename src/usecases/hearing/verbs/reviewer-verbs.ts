import { namedEnd } from '../read-until';
import { partsNamed } from './joint-verbs';
import type { VerbMeaning } from './verb-meaning';

export const pass: VerbMeaning = { handlers: true, command: ({ person: by }) => ({ kind: 'pass', by }) };

/** The reason stands behind "因为", or simply behind the number; `驳回 #12 物业 因为 …` is of one part. */
export const sendBack: VerbMeaning = {
  handlers: true,
  command: async (asked) => ({
    kind: 'send-back',
    by: asked.person,
    words: (asked.why ?? asked.said)?.id ?? null,
    parts: await partsNamed(asked),
  }),
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

import type { Asked, VerbMeaning } from './verb-meaning';

export const papersComplete: VerbMeaning = { command: ({ person: by }) => ({ kind: 'papers-complete', by }) };

/** The papers that somebody names, when each of them stands on the list; nothing when one does not. */
const namesListed = ({ typed, ticket }: Asked): readonly string[] => {
  const listed = ticket.papers?.listed ?? [];
  const named = typed.rest.split(/[、,，;；和与及\s]+/u).filter((name) => name !== '');
  const found = named.map((name) => listed.find((paper) => paper.includes(name) || name.includes(paper)));
  const known = found.flatMap((paper) => (paper === undefined ? [] : [paper]));
  return known.length === named.length ? [...new Set(known)] : [];
};

export const papersMissing: VerbMeaning = {
  handlers: true,
  command: (asked) => ({
    kind: 'papers-missing',
    by: asked.person,
    words: asked.typed.rest === '' ? null : (asked.said?.id ?? null),
    listed: namesListed(asked),
    reasoned: asked.why !== null,
  }),
};

import type { VerbMeaning } from './verb-meaning';

/** `关注 #102`: a neighbour hears how it goes; the public page says how. */
export const follow: VerbMeaning = { onPublic: true, command: ({ person: by }) => ({ kind: 'follow', by }) };

/** `取消关注 #102`. */
export const unfollow: VerbMeaning = { onPublic: true, command: ({ person: by }) => ({ kind: 'unfollow', by }) };

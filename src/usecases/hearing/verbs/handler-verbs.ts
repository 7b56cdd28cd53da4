import { actingFor } from '../../../domain/community/absence';
import type { TicketCommand } from '../../../domain/ticket/ticket-command';
import { colleagueNamed } from '../duty/colleague-named';
import { photoIds } from '../keep-parts';
import { readUntil } from '../read-until';
import { besideNamed } from './beside-named';
import type { Asked, VerbMeaning } from './verb-meaning';

const nameIn = (rest: string): string => rest.replace(/^给\s*/u, '').trim();

export const claim: VerbMeaning = { handlers: true, command: ({ person: by }) => ({ kind: 'claim', by }) };

export const takeCharge: VerbMeaning = { handlers: true, command: ({ person: by }) => ({ kind: 'take-charge', by }) };

/** Said with photos of what is done at home. */
const noHome = /没有?(?:拍)?家里|不是家里/u;

export const resolveCommand = ({ person: by, said, why, photos }: Asked): TicketCommand => ({
  kind: 'resolve',
  by,
  words: said?.id ?? null,
  photos: photoIds(photos),
  reasoned: why !== null,
  noHome: noHome.test(said?.text ?? ''),
});

export const resolve: VerbMeaning = { handlers: true, command: resolveCommand };

export const handOver: VerbMeaning = {
  handlers: true,
  command: async (asked) => {
    const { person: by, ports, typed, why, community } = asked;
    const named = await colleagueNamed(ports, nameIn(typed.rest));
    const beside = named ? null : await besideNamed(asked, nameIn(typed.rest));
    if (beside) return { kind: 'hand-over', by, to: beside.person, desk: beside.desk, words: why?.id ?? null };
    // Whoever is away would not see it: it goes to who stands in.
    const to = named && (actingFor(community, named, ports.clock.now().toISOString()) ?? named);
    return { kind: 'hand-over', by, to, words: why?.id ?? null };
  },
};

export const pause: VerbMeaning = {
  handlers: true,
  command: ({ person: by, ports, typed, why, community }) => ({
    kind: 'pause',
    by,
    until: readUntil(typed.rest, ports.clock.now().toISOString(), community),
    words: why?.id ?? null,
  }),
};

export const resume: VerbMeaning = { handlers: true, command: ({ person: by }) => ({ kind: 'resume', by }) };

export const raise: VerbMeaning = {
  handlers: true,
  command: ({ person: by, said }) => ({ kind: 'raise', by, words: said?.id ?? null }),
};

export const note: VerbMeaning = { command: ({ person: by, said }) => ({ kind: 'note', by, words: said?.id ?? null }) };

export const askReporter: VerbMeaning = {
  handlers: true,
  command: ({ person: by, said }) => ({ kind: 'ask-reporter', by, words: said?.id ?? null }),
};

export const decline: VerbMeaning = {
  handlers: true,
  command: ({ person: by, typed, why, where }) => ({
    kind: 'decline',
    by,
    why: /不能办|办不了|^2/u.test(typed.rest) ? 'cannot-do' : 'not-ours',
    words: why?.id ?? null,
    sentTo: where?.id ?? null,
  }),
};

export const moreHands: VerbMeaning = { handlers: true, command: ({ person: by }) => ({ kind: 'more-hands', by }) };

export const falseAlarm: VerbMeaning = {
  handlers: true,
  command: ({ person: by, said }) => ({ kind: 'false-alarm', by, words: said?.id ?? null }),
};

const judgeDanger = (danger: boolean): VerbMeaning => ({
  workersOnly: true,
  command: ({ person: by }) => ({ kind: 'danger', by, danger, why: 'reporter' }),
});

/** `有危险 #102`: people are called at once. */
export const danger = judgeDanger(true);

/** `没有危险 #102`: it goes on as what it otherwise is. */
export const noDanger = judgeDanger(false);

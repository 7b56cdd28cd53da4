import type { Community } from '../community/community';
import type { Say, SpokenSay } from '../decision';
import type { Moment, PersonId } from '../ids';
import { afterQuietHours } from '../notices/after-quiet-hours';
import type { Spoken } from '../wording/params';
import type { Companion, Pair } from './companion';

interface When {
  readonly now: Moment;
  readonly community: Community;
}

type Extras = Omit<Partial<SpokenSay>, 'to' | 'wording' | 'params' | 'key'>;

/** To whoever just spoke. */
export const answerTo = (person: PersonId, rule: string, { now }: When, spoken: Spoken): Say => ({
  ...{ to: { person }, key: `${rule}.${now}`, urgency: 'prompt' },
  ...spoken,
});

/** To those who did not speak: the next morning when it is night now. */
const tell = (people: readonly PersonId[], rule: string, when: When, spoken: Spoken, extras: Extras = {}) =>
  [...new Set(people)].map((person): Say => ({
    ...{ to: { person }, key: `${rule}.${when.now}`, urgency: 'ordinary' },
    ...afterQuietHours(when.now, when.community),
    ...extras,
    ...spoken,
  }));

const named = ({ number, person }: Companion, { served }: Pair) => ({ number, helper: person, served });

const asks: Extras = { question: true, choices: ['yes', 'no'] };

/** Both are asked, each in private; `again`: only who has not answered. */
export const askBoth = (companion: Companion, pair: Pair, again: boolean, when: When): readonly Say[] => {
  const params = { ...named(companion, pair), by: pair.by, again };
  return [
    ...(pair.helperAgreed
      ? []
      : tell([companion.person], `helper.${pair.id}`, when, { wording: 'pairing.ask-helper', params }, asks)),
    ...(pair.servedAgreed !== null
      ? []
      : tell(
          pair.to,
          `served.${pair.id}`,
          when,
          { wording: 'pairing.ask-served', params: { ...params, band: companion.band, own: pair.own } },
          asks,
        )),
  ];
};

/** Those who know of the pair: who agreed to it, and who asked for it. */
const knowing = ({ person }: Companion, { by, helperAgreed, servedAgreed }: Pair): readonly PersonId[] => [
  ...new Set([...(helperAgreed ? [person] : []), ...(servedAgreed === null ? [] : [servedAgreed]), by]),
];

export const sayPaired = (companion: Companion, pair: Pair, when: When): readonly Say[] =>
  knowing(companion, pair).flatMap((person) =>
    tell([person], `paired.${pair.id}`, when, {
      wording: 'pairing.paired',
      params: { ...named(companion, pair), yours: person === companion.person },
    }),
  );

/** It came to nothing: whoever asked hears on which side, whoever had agreed hears that they need not wait. */
export const sayCameToNothing = (
  companion: Companion,
  pair: Pair,
  { by, why }: { readonly by: PersonId | null; readonly why: 'declined' | 'late' },
  when: When,
): readonly Say[] => {
  const others = knowing(companion, pair).filter((person) => person !== by && person !== pair.by);
  const side = why === 'late' ? null : by === companion.person ? ('helper' as const) : ('served' as const);
  return [
    ...(pair.by === by
      ? []
      : tell([pair.by], `nothing.${pair.id}`, when, {
          wording: 'pairing.nothing',
          params: { ...named(companion, pair), side },
        })),
    ...tell(others, `off.${pair.id}`, when, { wording: 'pairing.off', params: named(companion, pair) }),
  ];
};

export const sayEnded = (companion: Companion, pair: Pair, by: PersonId, when: When): readonly Say[] => {
  const spoken = { wording: 'pairing.ended', params: { ...named(companion, pair), by } } as const;
  return [
    ...tell(
      knowing(companion, pair).filter((person) => person !== by),
      `ended.${pair.id}`,
      when,
      spoken,
    ),
    answerTo(by, `ended.${pair.id}`, when, spoken),
  ];
};

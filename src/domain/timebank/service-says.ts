import type { Community } from '../community/community';
import type { Say, SpokenSay } from '../decision';
import type { Moment, PersonId } from '../ids';
import { afterQuietHours } from '../notices/after-quiet-hours';
import type { Spoken } from '../wording/params';
import type { Service } from './service';

type Extras = Omit<Partial<SpokenSay>, 'to' | 'wording' | 'params' | 'key'>;

interface When {
  readonly now: Moment;
  readonly community: Community;
}

const sayTo = (people: readonly PersonId[], key: string, spoken: Spoken, extras: Extras): readonly Say[] =>
  [...new Set(people)].map((person) => ({ ...{ to: { person }, key }, urgency: 'prompt', ...extras, ...spoken }));

const named = ({ number, helper, served, minutes, day }: Service) => ({ number, helper, served, minutes, day });

const later = ({ now, community }: When): Extras => ({ urgency: 'ordinary', ...afterQuietHours(now, community) });

/** The question to those who can confirm it; `first`: the helper hears that it was noted. */
export const saysOfAsked = (
  service: Service,
  { first, ...when }: When & { readonly first: boolean },
): readonly Say[] => [
  ...sayTo(
    service.asked,
    `ask.${service.rung}`,
    {
      wording: 'service.ask',
      params: { ...named(service), words: service.words === null ? [] : [service.words], own: service.rung === 0 },
    },
    { question: true, choices: ['yes', 'no'], ...later(when) },
  ),
  ...(first
    ? sayTo(
        [service.helper],
        'noted',
        { wording: 'service.noted', params: { ...named(service), to: service.asked } },
        {},
      )
    : []),
];

export const saysOfConfirmed = (
  service: Service,
  done: When & {
    readonly by: PersonId;
    readonly how: 'word' | 'card';
    readonly points: number;
    readonly wanted: number;
  },
): readonly Say[] => {
  const { by, how, points, wanted } = done;
  return [
    ...sayTo(
      [service.helper],
      'confirmed',
      { wording: 'service.confirmed', params: { ...named(service), by, how, points, wanted } },
      by === service.helper ? {} : later(done),
    ),
    ...(by === service.helper
      ? []
      : sayTo(
          [by],
          'thanked',
          { wording: 'service.answered', params: { ...named(service), answer: 'confirmed' } },
          {},
        )),
  ];
};

export const saysOfDeclined = (
  service: Service,
  done: When & { readonly by: PersonId; readonly why: 'declined' | 'withdrawn' },
): readonly Say[] => {
  const { by, why } = done;
  return [
    ...(by === service.helper
      ? []
      : sayTo([service.helper], 'declined', { wording: 'service.declined', params: named(service) }, later(done))),
    ...sayTo([by], 'answered', { wording: 'service.answered', params: { ...named(service), answer: why } }, {}),
  ];
};

export const saysOfLapsed = (service: Service, when: When): readonly Say[] =>
  sayTo([service.helper], 'lapsed', { wording: 'service.lapsed', params: named(service) }, later(when));

import type { Community } from '../community/community';
import type { Say, SpokenSay } from '../decision';
import type { Moment, PersonId } from '../ids';
import { afterQuietHours } from '../notices/after-quiet-hours';
import type { Spoken } from '../wording/params';
import type { Deed } from './deed';

type Extras = Omit<Partial<SpokenSay>, 'to' | 'wording' | 'params' | 'key'>;

interface When {
  readonly now: Moment;
  readonly community: Community;
}

const sayTo = (people: readonly PersonId[], key: string, spoken: Spoken, extras: Extras): readonly Say[] =>
  people.map((person) => ({ ...{ to: { person }, key }, urgency: 'prompt', ...extras, ...spoken }));

const later = ({ now, community }: When): Extras => ({ urgency: 'ordinary', ...afterQuietHours(now, community) });

const named = ({ number, by, doer, words }: Deed) => ({ number, by, doer, words: [words] });

/** The question to those who say whether it counts. */
export const askWhetherItCounts = (deed: Deed, when: When): readonly Say[] =>
  sayTo(
    deed.asked,
    `ask.${deed.times}`,
    { wording: 'deed.ask', params: named(deed) },
    { question: true, choices: ['yes', 'no'], ...later(when) },
  );

export const saysOfNominated = (deed: Deed, when: When): readonly Say[] => [
  ...askWhetherItCounts(deed, when),
  ...sayTo([deed.by], 'noted', { wording: 'deed.noted', params: named(deed) }, {}),
];

/** Whoever did it hears what was said of it, and what it brought; whoever named it, that it counted. */
export const saysOfApproved = (
  deed: Deed,
  { staff, points, wanted, ...when }: When & { staff: PersonId; points: number; wanted: number },
): readonly Say[] => [
  ...sayTo(
    [deed.doer],
    'approved',
    { wording: 'deed.approved', params: { ...named(deed), points, wanted } },
    later(when),
  ),
  ...sayTo([deed.by], 'counted', { wording: 'deed.outcome', params: { ...named(deed), counted: true } }, later(when)),
  ...sayTo([staff], 'answered', { wording: 'deed.answered', params: { ...named(deed), answer: 'approved' } }, {}),
];

export const saysOfDropped = (
  deed: Deed,
  { by, why, ...when }: When & { by: PersonId; why: 'declined' | 'withdrawn' },
): readonly Say[] => [
  ...sayTo([by], 'answered', { wording: 'deed.answered', params: { ...named(deed), answer: why } }, {}),
  ...(by === deed.by
    ? []
    : sayTo(
        [deed.by],
        'outcome',
        { wording: 'deed.outcome', params: { ...named(deed), counted: false } },
        later(when),
      )),
];

export const saysOfLapsed = (deed: Deed, when: When): readonly Say[] =>
  sayTo([deed.by], 'lapsed', { wording: 'deed.lapsed', params: named(deed) }, later(when));

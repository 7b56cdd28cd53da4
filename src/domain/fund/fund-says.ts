import type { Community } from '../community/community';
import type { Say, SpokenSay } from '../decision';
import type { Moment, PersonId } from '../ids';
import { afterQuietHours } from '../notices/after-quiet-hours';
import type { FundLine } from '../wording/fund-params';
import type { Spoken } from '../wording/params';
import type { FundEntry } from './fund-entry';

type Extras = Omit<Partial<SpokenSay>, 'to' | 'wording' | 'params' | 'key'>;

interface When {
  readonly now: Moment;
  readonly community: Community;
}

const sayTo = (people: readonly PersonId[], key: string, spoken: Spoken, extras: Extras = {}): readonly Say[] =>
  people.map((person) => ({ ...{ to: { person }, key }, urgency: 'prompt', ...extras, ...spoken }));

const later = ({ now, community }: When): Extras => ({ urgency: 'ordinary', ...afterQuietHours(now, community) });

export const lineOf = ({ number, by, way, fen, words, payee, corrects, same }: FundEntry): FundLine => ({
  ...{ number, by, way, fen, words: [words], payee: payee === null ? [] : [payee.words] },
  ...{ corrects: corrects?.number ?? null, same },
});

/** The question to those who may say the second yes, with the receipts. */
export const askForSecond = (entry: FundEntry, when: When): readonly Say[] =>
  sayTo(
    entry.asked,
    `ask.${entry.times}`,
    { wording: 'fund.ask', params: lineOf(entry) },
    { question: true, choices: ['yes', 'no'], photos: entry.photos, ...later(when) },
  );

/** `taken`: so many photos that came before the words were taken for its receipts. */
export const saysOfNoted = (entry: FundEntry, taken: number, when: When): readonly Say[] => [
  ...askForSecond(entry, when),
  ...sayTo([entry.by], 'noted', {
    wording: 'fund.noted',
    params: { ...lineOf(entry), ...(taken === 0 ? {} : { taken }) },
  }),
];

/** One photo less: those who were asked look at what is left. */
export const saysOfLess = (entry: FundEntry, when: When): readonly Say[] => {
  const left = entry.photos.length;
  return [
    ...sayTo(
      entry.asked,
      `ask.${entry.times}.${left}`,
      { wording: 'fund.ask', params: { ...lineOf(entry), left } },
      { question: true, choices: ['yes', 'no'], photos: entry.photos, ...later(when) },
    ),
    ...sayTo([entry.by], `less.${left}`, { wording: 'fund.less', params: { ...lineOf(entry), left } }),
  ];
};

/** Asked once more: the same receipt stands for another line. */
export const askOfSame = (entry: FundEntry, by: PersonId): readonly Say[] =>
  sayTo(
    [by],
    'same',
    { wording: 'fund.ask', params: lineOf(entry) },
    { question: true, choices: ['yes', 'no'], photos: entry.photos },
  );

export const saysOfStanding = (entry: FundEntry, by: PersonId, when: When): readonly Say[] => [
  ...sayTo([by], 'answered', { wording: 'fund.decided', params: { ...lineOf(entry), phase: 'booked' } }),
  ...sayTo(
    [entry.by],
    'booked',
    { wording: 'fund.decided', params: { ...lineOf(entry), phase: 'booked' } },
    later(when),
  ),
];

export const saysOfDropped = (entry: FundEntry, by: PersonId | null, when: When): readonly Say[] => {
  const { phase } = entry;
  if (phase !== 'declined' && phase !== 'withdrawn' && phase !== 'lapsed') return [];
  const spoken: Spoken = { wording: 'fund.decided', params: { ...lineOf(entry), phase } };
  return [
    ...(by === null ? [] : sayTo([by], 'answered', spoken)),
    ...(by === entry.by ? [] : sayTo([entry.by], 'dropped', spoken, later(when))),
  ];
};

import type { Head } from '../../src/domain/wording/params';
import type { DeedParams } from '../../src/domain/wording/deed-params';

/** Every message about deeds that neighbours name, in each of its forms. */
export const deedSamples = (
  { number }: Head,
  at: string,
): { readonly [K in keyof DeedParams]: readonly DeedParams[K][] } => {
  const named = { number, by: 'zhao', doer: 'li', words: ['w1'] };
  return {
    'deed.ask': [named],
    'deed.noted': [named],
    'deed.approved': [
      { ...named, points: 20, wanted: 20 },
      { ...named, points: 5, wanted: 20 },
    ],
    'deed.outcome': [
      { ...named, counted: true },
      { ...named, counted: false },
    ],
    'deed.lapsed': [named],
    'deed.answered': (['approved', 'declined', 'withdrawn'] as const).map((answer) => ({ ...named, answer })),
    'deed.refused': [
      { number, why: { kind: 'over', phase: 'approved' } },
      { number, why: { kind: 'not-yours' } },
    ],
    'deed.not-named': [
      ...(['self', 'nobody', 'not-read'] as const).map((kind) => ({ why: { kind } })),
      { why: { kind: 'pair', since: at, days: 30 } },
      { why: { kind: 'month', most: 5 } },
    ],
    'deed.state': [
      { ...named, phase: 'waiting', points: 0 },
      { ...named, phase: 'approved', points: 20 },
      { ...named, phase: 'lapsed', points: 0 },
    ],
  };
};

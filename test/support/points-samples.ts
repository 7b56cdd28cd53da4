import type { Head } from '../../src/domain/wording/params';
import type { PointsParams } from '../../src/domain/wording/points-params';

type Sampled =
  | 'points.taken-back'
  | 'points.taken-from-you'
  | 'points.not-taken-back'
  | 'points.badge'
  | 'points.lapse-soon'
  | 'points.beyond-budget'
  | 'points.budget-used-up'
  | 'points.queue-paid'
  | 'points.budget'
  | 'points.budget-director';

/** What is said of points that are taken back, in each of its forms. */
export const pointsSamples = (
  { number }: Head,
  at: string,
): { readonly [K in Sampled]: readonly PointsParams[K][] } => {
  const taken = { number, person: 'zhao', taken: 10, missing: 0, words: ['w1'] };
  return {
    'points.beyond-budget': [
      { points: 10, queued: true },
      { points: 10, queued: false },
    ],
    'points.budget-used-up': [
      { month: '2026-11', queued: true },
      { month: '2026-11', queued: false },
    ],
    'points.queue-paid': [{ points: 10 }],
    'points.budget': [
      { month: '2026-11', left: 40, granted: null, waiting: 0, queued: 0 },
      { month: '2026-11', left: 40, granted: 100, waiting: 2, queued: 30 },
      { month: '2026-11', left: -40, granted: null, waiting: 2, queued: 30 },
    ],
    'points.budget-director': [{}],
    'points.badge': [{ name: 'zhao', hours: 100 }],
    'points.lapse-soon': [{ name: 'zhao', points: 10, balance: 25, until: at }],
    'points.taken-back': [taken, { ...taken, taken: 4, missing: 6 }],
    'points.taken-from-you': [taken, { ...taken, taken: 4, missing: 6 }],
    'points.not-taken-back': (['not-yours', 'no-reason', 'none', 'own', 'before'] as const).map((why) => ({
      ...{ number, why },
    })),
  };
};

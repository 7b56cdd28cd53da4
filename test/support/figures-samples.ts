import type { FiguresParams } from '../../src/domain/wording/figures-params';

const now = '2026-11-20T02:00:00.000Z';
const share = (count: number, of: number) => ({ count, of });
const nothing = share(0, 0);

export const brief: FiguresParams['figures.brief'] = {
  at: now,
  ...{ fresh: 6, open: 7, overdue: 2, solved: 2, satisfied: 1, unacknowledged: 1 },
  top: [
    { category: 'parking', count: 5 },
    { category: null, count: 1 },
  ],
  rates: {
    response: share(3, 6),
    onTime: share(3, 3),
    solved: share(2, 3),
    satisfied: nothing,
    inGrid: share(2, 3),
  },
  complaints: { now: 42, before: 84 },
};

export const month: FiguresParams['figures.month'] = {
  asked: 'this',
  span: { from: '2026-10-31T16:00:00.000Z', to: now },
  subject: { area: null, category: null },
  standing: { open: 7, overdue: 2 },
  tickets: { now: 60, before: 90 },
  rates: {
    response: { now: share(45, 50), before: share(40, 80) },
    onTime: { now: share(30, 40), before: share(40, 80) },
    solved: { now: share(30, 40), before: nothing },
    satisfied: { now: nothing, before: nothing },
    inGrid: { now: share(36, 40), before: share(60, 80) },
  },
  answerMinutes: { now: 40, before: 80 },
  complaints: { now: 42, before: 84 },
  earlier: [
    { month: '2026-09', count: 80, change: null },
    { month: '2026-10', count: 100, change: 0.25 },
  ],
  top: [
    { category: 'parking', count: 50 },
    { category: null, count: 10 },
  ],
  desks: [
    { desk: 'grid-1', tickets: 20, onTime: share(10, 10) },
    { desk: 'grid-2', tickets: 40, onTime: share(20, 30) },
  ],
};

/** A month in which nothing has happened. */
const empty: FiguresParams['figures.month'] = {
  ...month,
  standing: { open: 0, overdue: 0 },
  tickets: { now: 0, before: 0 },
  answerMinutes: { now: null, before: null },
  complaints: { now: 0, before: 0 },
  ...{ earlier: [], top: [], desks: [] },
};

export const figuresSamples: { readonly [K in keyof FiguresParams]: readonly FiguresParams[K][] } = {
  'figures.brief': [
    brief,
    { ...brief, fresh: 0, unacknowledged: 0, top: [], complaints: { now: 1, before: 0 } },
    { ...brief, complaints: { now: 3, before: 3 } },
    { ...brief, complaints: { now: 30, before: 3 } },
  ],
  'figures.month': [
    month,
    empty,
    { ...month, asked: 'last', standing: null, subject: { area: 'grid-2', category: 'parking' }, desks: [] },
    { ...month, answerMinutes: { now: 80, before: 40 } },
    { ...month, answerMinutes: { now: 80, before: null } },
    { ...month, answerMinutes: { now: null, before: 40 } },
  ],
  'figures.unknown': [
    { areas: ['grid-1', 'grid-2'], category: 'parking' },
    { areas: [], category: null },
  ],
  'figures.not-yours': [{ area: 'grid-1', own: ['grid-2'] }],
};

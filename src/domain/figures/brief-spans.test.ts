import { briefSpans } from './brief-spans';

const spans = (now: string) => briefSpans(now, 'Asia/Shanghai');

test('today, this month so far, and the month before up to the same day and hour', () => {
  expect(spans('2026-11-20T04:00:00.000Z')).toEqual({
    today: '2026-11-19T16:00:00.000Z',
    month: { from: '2026-10-31T16:00:00.000Z', to: '2026-11-20T04:00:00.000Z' },
    before: { from: '2026-09-30T16:00:00.000Z', to: '2026-10-20T04:00:00.000Z' },
  });
});

test('a day that the month before does not have: all of that month', () => {
  expect(spans('2026-03-30T04:00:00.000Z').before).toEqual({
    from: '2026-01-31T16:00:00.000Z',
    to: '2026-02-28T16:00:00.000Z',
  });
});

test('over the turn of the year, just after midnight', () => {
  expect(spans('2026-12-31T16:00:01.000Z')).toEqual({
    today: '2026-12-31T16:00:00.000Z',
    month: { from: '2026-12-31T16:00:00.000Z', to: '2026-12-31T16:00:01.000Z' },
    before: { from: '2026-11-30T16:00:00.000Z', to: '2026-11-30T16:00:01.000Z' },
  });
});

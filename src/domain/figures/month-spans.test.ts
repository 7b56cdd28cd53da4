import { monthSpans } from './month-spans';

const midnight = (date: string): string => new Date(`${date}T00:00:00+08:00`).toISOString();

test('this month so far is compared with the month before up to the same day; behind it stand four whole months', () => {
  const now = '2026-11-20T04:00:00.000Z';
  expect(monthSpans(now, 'Asia/Shanghai', 'this')).toEqual({
    month: { from: midnight('2026-11-01'), to: now },
    before: { from: midnight('2026-10-01'), to: '2026-10-20T04:00:00.000Z' },
    earlier: {
      span: { from: midnight('2026-07-01'), to: midnight('2026-11-01') },
      months: ['2026-07', '2026-08', '2026-09', '2026-10'],
    },
  });
});

test('last month is a whole one beside a whole one, over the turn of the year as well', () => {
  expect(monthSpans('2027-01-31T15:59:00.000Z', 'Asia/Shanghai', 'last')).toEqual({
    month: { from: midnight('2026-12-01'), to: midnight('2027-01-01') },
    before: { from: midnight('2026-11-01'), to: midnight('2026-12-01') },
    earlier: {
      span: { from: midnight('2026-08-01'), to: midnight('2026-12-01') },
      months: ['2026-08', '2026-09', '2026-10', '2026-11'],
    },
  });
});

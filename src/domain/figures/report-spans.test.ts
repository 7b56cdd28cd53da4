import { reportSpans } from './report-spans';

const zone = 'Asia/Shanghai';

test('a month that goes on is compared as far as it has come', () => {
  expect(reportSpans('2026-11', '2026-11-20T02:00:00.000Z', zone)).toEqual({
    month: { from: '2026-10-31T16:00:00.000Z', to: '2026-11-20T02:00:00.000Z' },
    before: { from: '2026-09-30T16:00:00.000Z', to: '2026-10-20T02:00:00.000Z' },
    lastYear: { from: '2025-10-31T16:00:00.000Z', to: '2025-11-20T02:00:00.000Z' },
    year: { from: '2025-10-31T16:00:00.000Z', to: '2026-11-20T02:00:00.000Z' },
  });
});

test('a month that is over is compared whole', () => {
  const { month, before, lastYear } = reportSpans('2026-03', '2026-11-20T02:00:00.000Z', zone);
  expect(month).toEqual({ from: '2026-02-28T16:00:00.000Z', to: '2026-03-31T16:00:00.000Z' });
  expect(before).toEqual({ from: '2026-01-31T16:00:00.000Z', to: '2026-02-28T16:00:00.000Z' });
  expect(lastYear).toEqual({ from: '2025-02-28T16:00:00.000Z', to: '2025-03-31T16:00:00.000Z' });
});

test('a shorter month ends where it ends', () => {
  const { before } = reportSpans('2026-03', '2026-03-31T02:00:00.000Z', zone);
  expect(before).toEqual({ from: '2026-01-31T16:00:00.000Z', to: '2026-02-28T16:00:00.000Z' });
});

import { sayDate, sayMoment, saySpan, sayTime } from './say-moment';

const zone = 'Asia/Shanghai';
const now = '2026-11-20T02:00:00.000Z'; // Friday 10:00

test.each([
  ['2026-11-20T09:30:00.000Z', '今天 17:30', 'today 17:30'],
  ['2026-11-20T16:00:00.000Z', '明天 00:00', 'tomorrow 00:00'],
  ['2026-11-21T02:05:00.000Z', '明天 10:05', 'tomorrow 10:05'],
  ['2026-11-19T02:05:00.000Z', '昨天 10:05', 'yesterday 10:05'],
  ['2026-11-22T02:30:00.000Z', '周日 10:30', 'Sunday 10:30'],
  ['2026-11-23T02:30:00.000Z', '周一 10:30', 'Monday 10:30'],
  ['2026-11-26T02:30:00.000Z', '周四 10:30', 'Thursday 10:30'],
  ['2026-11-27T02:30:00.000Z', '11月27日 10:30', '27 November 10:30'],
  ['2026-11-18T02:30:00.000Z', '11月18日 10:30', '18 November 10:30'],
  ['2027-03-02T02:05:00.000Z', '2027年3月2日 10:05', '2 March 2027 10:05'],
])('%s is said as "%s" and "%s"', (at, zh, en) => {
  expect(sayMoment(at, now, zone, 'zh')).toBe(zh);
  expect(sayMoment(at, now, zone, 'en')).toBe(en);
});

test("the day is the community's, not that of Greenwich", () => {
  expect(sayMoment('2026-11-20T15:00:00.000Z', '2026-11-20T15:30:00.000Z', zone, 'zh')).toBe('今天 23:00');
  expect(sayMoment('2026-11-20T16:30:00.000Z', '2026-11-20T15:30:00.000Z', zone, 'zh')).toBe('明天 00:30');
});

test('a time of today is the clock alone, else with its date', () => {
  expect(sayTime('2026-11-20T02:05:00.000Z', now, zone, 'zh')).toBe('10:05');
  expect(sayTime('2026-03-02T02:05:00.000Z', now, zone, 'zh')).toBe('3月2日 10:05');
  expect(sayTime('2025-03-02T02:05:00.000Z', now, zone, 'en')).toBe('2 March 2025 10:05');
  expect(sayDate('2026-11-19T18:00:00.000Z', now, zone, 'zh')).toBe('11月20日');
});

test.each([
  [0, '0分钟', '0 min'],
  [45, '45分钟', '45 min'],
  [60, '1小时', '1 h'],
  [90.4, '1小时30分钟', '1 h 30 min'],
  [3360, '56小时', '56 h'],
  [-5, '0分钟', '0 min'],
])('%d minutes are "%s" and "%s"', (minutes, zh, en) => {
  expect(saySpan(minutes, 'zh')).toBe(zh);
  expect(saySpan(minutes, 'en')).toBe(en);
});

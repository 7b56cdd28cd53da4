import {
  addMinutes,
  clockOf,
  daysBetween,
  localTime,
  minutesBetween,
  momentOfLocal,
  plusDays,
  weekdayOf,
} from './local-time';

test("a moment is read on the community's clocks, not on the machine's", () => {
  expect(localTime('2026-11-20T16:05:30.000Z', 'Asia/Shanghai')).toEqual({
    date: '2026-11-21',
    year: 2026,
    month: 11,
    day: 21,
    weekday: 6,
    minuteOfDay: 5.5,
  });
});

test('a local date and clock time is one moment', () => {
  expect(momentOfLocal('2026-11-20', '10:05', 'Asia/Shanghai')).toBe('2026-11-20T02:05:00.000Z');
  expect(momentOfLocal('2026-07-01', '10:05', 'Europe/Berlin')).toBe('2026-07-01T08:05:00.000Z');
  expect(momentOfLocal('2026-10-25', '12:00', 'Europe/Berlin')).toBe('2026-10-25T11:00:00.000Z');
});

test('days and minutes are counted over months, years and the leap day', () => {
  expect(plusDays('2024-02-28', 1)).toBe('2024-02-29');
  expect(plusDays('2026-01-01', -1)).toBe('2025-12-31');
  expect(daysBetween('2025-12-31', '2026-03-01')).toBe(60);
  expect(weekdayOf('2026-11-22')).toBe(7);
  expect(addMinutes('2026-12-31T23:59:00.000Z', 1.5)).toBe('2027-01-01T00:00:30.000Z');
  expect(minutesBetween('2026-11-20T02:00:00.000Z', '2026-11-20T01:30:00.000Z')).toBe(-30);
  expect(clockOf(65.5)).toBe('01:05');
});

import fc from 'fast-check';
import type { Moment } from '../ids';
import { localTime, momentOfLocal, plusDays } from './local-time';
import { calendarKnown, officialDay } from './official-days';
import { WorkCalendar } from './work-calendar';
import {
  addWorkingMinutes,
  isWorkingTime,
  nextWorkingMoment,
  subtractWorkingMinutes,
  workingMinutesBetween,
} from './working-time';

const calendar = WorkCalendar.parse({});
const zone = calendar.timeZone;
const at = (date: string, clock: string): Moment => momentOfLocal(date, clock, zone);
const add = (date: string, clock: string, minutes: number): string => {
  const local = localTime(addWorkingMinutes(calendar, at(date, clock), minutes), zone);
  return `${local.date} ${local.minuteOfDay / 60}`;
};

test('a clock that starts on a working morning runs through lunch without counting it', () => {
  expect(addWorkingMinutes(calendar, at('2026-11-20', '11:30'), 60)).toBe(at('2026-11-20', '14:00'));
});

test('a clock that runs out at closing time is due at closing time', () => {
  expect(addWorkingMinutes(calendar, at('2026-11-20', '11:30'), 30)).toBe(at('2026-11-20', '12:00'));
  expect(addWorkingMinutes(calendar, at('2026-11-20', '17:00'), 30)).toBe(at('2026-11-20', '17:30'));
});

test('a clock that starts outside working time starts at the next opening', () => {
  expect(addWorkingMinutes(calendar, at('2026-11-20', '12:30'), 60)).toBe(at('2026-11-20', '14:30'));
  expect(addWorkingMinutes(calendar, at('2026-11-20', '22:00'), 60)).toBe(at('2026-11-23', '09:30')); // Friday night
  expect(addWorkingMinutes(calendar, at('2026-11-22', '00:00'), 60)).toBe(at('2026-11-23', '09:30')); // Sunday, midnight
});

test('one working day is 450 minutes, and 480 end on the next', () => {
  expect(add('2026-11-19', '08:30', 450)).toBe('2026-11-19 17.5');
  expect(add('2026-11-19', '08:30', 480)).toBe('2026-11-20 9');
});

test('the golden week is jumped over and its make-up Saturday worked', () => {
  expect(addWorkingMinutes(calendar, at('2026-09-30', '17:00'), 60)).toBe(at('2026-10-08', '09:00'));
  expect(isWorkingTime(calendar, at('2026-10-10', '10:00'))).toBe(true); // Saturday, make-up
  expect(isWorkingTime(calendar, at('2026-10-11', '10:00'))).toBe(false); // Sunday
});

const makeUpDays = [
  ...['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'],
  ...['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
];

test('the make-up days of 2025 and 2026 are these, no other', () => {
  const found: string[] = [];
  for (let date = '2025-01-01'; date <= '2026-12-31'; date = plusDays(date, 1)) {
    if (officialDay(date) === 'make-up') found.push(date);
  }
  expect(found).toEqual(makeUpDays);
});

test.each(makeUpDays)('on the make-up day %s, a weekend, people work', (date) => {
  expect(localTime(at(date, '10:00'), zone).weekday).toBeGreaterThan(5);
  expect(workingMinutesBetween(calendar, at(date, '00:00'), at(plusDays(date, 1), '00:00'))).toBe(450);
  expect(nextWorkingMoment(calendar, at(date, '00:00'))).toBe(at(date, '08:30'));
});

test('across every make-up day, adding and taking away comes back to the same moment', () => {
  const moment = fc
    .tuple(fc.constantFrom(...makeUpDays), fc.integer({ min: -3 * 1440, max: 3 * 1440 }))
    .map(([date, minutes]) => new Date(Date.parse(at(date, '00:00')) + minutes * 60_000).toISOString());
  fc.assert(
    fc.property(moment, fc.integer({ min: 1, max: 5_000 }), (from, minutes) => {
      const due = addWorkingMinutes(calendar, from, minutes);
      expect(subtractWorkingMinutes(calendar, due, minutes)).toBe(nextWorkingMoment(calendar, from));
      expect(workingMinutesBetween(calendar, from, due)).toBe(minutes);
    }),
  );
});

const anyMoment = fc
  .date({ min: new Date('2024-02-25T00:00:00Z'), max: new Date('2027-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString());

test('anywhere, leap day and seconds included, adding and taking away comes back to the same moment', () => {
  fc.assert(
    fc.property(anyMoment, fc.integer({ min: 1, max: 20_000 }), (from, minutes) => {
      const due = addWorkingMinutes(calendar, from, minutes);
      expect(subtractWorkingMinutes(calendar, due, minutes)).toBe(nextWorkingMoment(calendar, from));
      expect(workingMinutesBetween(calendar, from, due)).toBe(minutes);
      expect(addWorkingMinutes(calendar, due, -minutes)).toBe(nextWorkingMoment(calendar, from));
    }),
  );
});

test('a deadline in two parts is the deadline in one', () => {
  fc.assert(
    fc.property(anyMoment, fc.integer({ min: 1, max: 3_000 }), fc.integer({ min: 1, max: 3_000 }), (from, a, b) => {
      const inParts = addWorkingMinutes(calendar, addWorkingMinutes(calendar, from, a), b);
      expect(inParts).toBe(addWorkingMinutes(calendar, from, a + b));
    }),
  );
});

test('a later start is never due earlier', () => {
  fc.assert(
    fc.property(anyMoment, anyMoment, fc.integer({ min: 1, max: 5_000 }), (a, b, minutes) => {
      const [early, late] = a <= b ? [a, b] : [b, a];
      expect(addWorkingMinutes(calendar, early, minutes) <= addWorkingMinutes(calendar, late, minutes)).toBe(true);
    }),
  );
});

test('a pause of a year counts its working minutes and no others', () => {
  // 2025 had 248 working days of 450 minutes.
  expect(workingMinutesBetween(calendar, at('2025-01-01', '00:00'), at('2026-01-01', '00:00'))).toBe(248 * 450);
  expect(workingMinutesBetween(calendar, at('2026-01-01', '00:00'), at('2025-01-01', '00:00'))).toBe(-248 * 450);
});

test('the leap day is an ordinary Thursday', () => {
  expect(addWorkingMinutes(calendar, at('2024-02-28', '17:00'), 60)).toBe(at('2024-02-29', '09:00'));
});

test('the pack has the last word on days off and working days', () => {
  const own = WorkCalendar.parse({ daysOff: ['2026-11-20'], workingDays: ['2026-11-21', '2026-10-01'] });
  expect(nextWorkingMoment(own, at('2026-11-20', '10:00'))).toBe(at('2026-11-21', '08:30'));
  expect(isWorkingTime(own, at('2026-10-01', '10:00'))).toBe(true);
});

test('where clocks change, a working day is as long as its own clocks say', () => {
  const berlin = WorkCalendar.parse({
    timeZone: 'Europe/Berlin',
    hours: [{ from: '00:30', to: '06:30' }],
    weekdays: [7],
  });
  const springForward = [
    momentOfLocal('2026-03-29', '00:00', 'Europe/Berlin'),
    momentOfLocal('2026-03-30', '00:00', 'Europe/Berlin'),
  ] as const;
  expect(workingMinutesBetween(berlin, ...springForward)).toBe(300);
});

test('a year whose holidays are not announced is known to be unknown', () => {
  expect([2024, 2025, 2026].map(calendarKnown)).toEqual([true, true, true]);
  expect(calendarKnown(2099)).toBe(false);
});

test('hours out of order, over midnight or overlapping are refused', () => {
  const hours = (...pairs: readonly (readonly [string, string])[]): boolean =>
    WorkCalendar.safeParse({ hours: pairs.map(([from, to]) => ({ from, to })) }).success;
  expect(hours(['08:30', '12:00'], ['13:30', '17:30'])).toBe(true);
  expect(hours(['13:30', '17:30'], ['08:30', '12:00'])).toBe(false);
  expect(hours(['08:30', '13:00'], ['12:30', '17:30'])).toBe(false);
  expect(hours(['22:00', '06:00'])).toBe(false);
  expect(WorkCalendar.safeParse({ timeZone: 'Asia/Nowhere' }).success).toBe(false);
});

test('a day of the year that is none, and seasons that share a day, are refused', () => {
  const hours = [{ from: '08:00', to: '12:00' }];
  const seasons = (...spans: readonly (readonly [string, string])[]): boolean =>
    WorkCalendar.safeParse({ seasons: spans.map(([from, to]) => ({ from, to, hours })) }).success;
  expect(seasons(['05-01', '09-30'], ['10-01', '04-30'])).toBe(true);
  expect(seasons(['02-29', '02-29'])).toBe(true);
  expect(seasons(['02-30', '03-01'])).toBe(false);
  expect(seasons(['5-1', '09-30'])).toBe(false);
  expect(seasons(['05-01', '10-01'], ['10-01', '04-30'])).toBe(false);
  expect(seasons(['11-01', '02-28'], ['01-01', '01-31'])).toBe(false);
});

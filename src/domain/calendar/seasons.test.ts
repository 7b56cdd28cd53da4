import fc from 'fast-check';
import type { Moment } from '../ids';
import { addMinutes, momentOfLocal, plusDays } from './local-time';
import { WorkCalendar } from './work-calendar';
import { addWorkingMinutes, nextWorkingMoment, subtractWorkingMinutes, workingMinutesBetween } from './working-time';

/** A long noon in summer, a short day over the new year, the usual hours in between. */
const calendar = WorkCalendar.parse({
  seasons: [
    {
      from: '05-01',
      to: '09-30',
      hours: [
        { from: '08:00', to: '11:30' },
        { from: '14:30', to: '18:00' },
      ],
    },
    { from: '12-15', to: '02-28', hours: [{ from: '09:00', to: '15:00' }] },
  ],
});
const at = (date: string, clock: string): Moment => momentOfLocal(date, clock, calendar.timeZone);
const dayOf = (date: string): number =>
  workingMinutesBetween(calendar, at(date, '00:00'), at(plusDays(date, 1), '00:00'));

test('each day is worked by the timetable of its season, the first and the last day included', () => {
  const days = ['2026-04-30', '2026-05-06', '2026-09-30', '2026-10-08', '2026-12-14', '2026-12-15'];
  expect(days.map(dayOf)).toEqual([450, 420, 420, 450, 450, 360]);
});

test('a season over the new year is one season, and the leap day is outside of it', () => {
  expect(['2024-01-02', '2024-02-28', '2024-02-29'].map(dayOf)).toEqual([360, 360, 450]);
});

test('a clock that runs from one season into the next counts each by its own hours', () => {
  expect(addWorkingMinutes(calendar, at('2026-09-30', '17:00'), 90)).toBe(at('2026-10-08', '09:00'));
  expect(addWorkingMinutes(calendar, at('2026-04-30', '17:00'), 60)).toBe(at('2026-05-06', '08:30'));
});

const borders = ['2025-05-01', '2025-09-30', '2025-12-15', '2026-02-28', '2024-02-29', '2026-12-31'];
const nearBorder = fc
  .tuple(fc.constantFrom(...borders), fc.integer({ min: -4 * 1440, max: 4 * 1440 }), fc.integer({ min: 0, max: 59 }))
  .map(([date, minutes, seconds]) => addMinutes(at(date, '00:00'), minutes + seconds / 60));

test('across the changes of the timetable, midnight and the leap day, adding and taking away comes back', () => {
  fc.assert(
    fc.property(nearBorder, fc.integer({ min: 1, max: 6_000 }), (from, minutes) => {
      const due = addWorkingMinutes(calendar, from, minutes);
      expect(subtractWorkingMinutes(calendar, due, minutes)).toBe(nextWorkingMoment(calendar, from));
      expect(workingMinutesBetween(calendar, from, due)).toBe(minutes);
    }),
  );
});

test('a year is the sum of its days, so a pause of a year loses no minute', () => {
  const days = Array.from({ length: 365 }, (_, index) => dayOf(plusDays('2025-01-01', index)));
  const whole = workingMinutesBetween(calendar, at('2025-01-01', '00:00'), at('2026-01-01', '00:00'));
  expect(days.reduce((sum, minutes) => sum + minutes, 0)).toBe(whole);
  expect(addWorkingMinutes(calendar, at('2025-01-01', '00:00'), whole)).toBe(at('2025-12-31', '15:00'));
});

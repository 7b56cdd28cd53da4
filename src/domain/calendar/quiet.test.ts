import fc from 'fast-check';
import { momentOfLocal } from './local-time';
import { endOfWindow, isWithinWindow, nextMomentOutside } from './quiet';

const zone = 'Asia/Shanghai';
const at = (date: string, clock: string): string => momentOfLocal(date, clock, zone);
const night = { from: '21:00', to: '07:00' };
const lunchPeak = { from: '10:30', to: '13:30' };
const dinnerPeak = { from: '16:30', to: '20:00' };

test('a night window holds from its beginning to before its end, over midnight', () => {
  const inside = ['20:59', '21:00', '23:59', '00:00', '06:59', '07:00'].map((clock) =>
    isWithinWindow(at('2026-11-20', clock), night, zone),
  );
  expect(inside).toEqual([false, true, true, true, true, false]);
});

test('a day window ends the same day, a night window on the morning after', () => {
  expect(endOfWindow(at('2026-11-20', '11:00'), lunchPeak, zone)).toBe(at('2026-11-20', '13:30'));
  expect(endOfWindow(at('2026-11-20', '22:00'), night, zone)).toBe(at('2026-11-21', '07:00'));
  expect(endOfWindow(at('2026-11-21', '03:00'), night, zone)).toBe(at('2026-11-21', '07:00'));
  expect(endOfWindow(at('2026-12-31', '22:00'), night, zone)).toBe(at('2027-01-01', '07:00'));
});

test('outside every window nothing waits; windows that touch are left together', () => {
  const windows = [night, lunchPeak, dinnerPeak];
  expect(nextMomentOutside(at('2026-11-20', '09:00'), windows, zone)).toBe(at('2026-11-20', '09:00'));
  expect(nextMomentOutside(at('2026-11-20', '12:00'), windows, zone)).toBe(at('2026-11-20', '13:30'));
  const touching = [{ from: '20:00', to: '21:00' }, night, { from: '07:00', to: '08:00' }];
  expect(nextMomentOutside(at('2026-11-20', '20:30'), touching, zone)).toBe(at('2026-11-21', '08:00'));
});

test('windows that fill the day hold nothing back, and an empty window never begins', () => {
  const noon = at('2026-11-20', '12:00');
  expect(
    nextMomentOutside(
      noon,
      [
        { from: '08:00', to: '20:00' },
        { from: '20:00', to: '08:00' },
      ],
      zone,
    ),
  ).toBe(noon);
  expect(isWithinWindow(noon, { from: '12:00', to: '12:00' }, zone)).toBe(false);
});

test('what is held back comes out later, outside all windows', () => {
  const moment = fc
    .date({ min: new Date('2026-01-01T00:00:00Z'), max: new Date('2026-12-31T00:00:00Z'), noInvalidDate: true })
    .map((date) => date.toISOString());
  fc.assert(
    fc.property(moment, (from) => {
      const windows = [night, lunchPeak, dinnerPeak];
      const out = nextMomentOutside(from, windows, zone);
      expect(out >= from).toBe(true);
      expect(windows.some((window) => isWithinWindow(out, window, zone))).toBe(false);
    }),
  );
});

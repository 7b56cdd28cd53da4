import { localTime, clockOf } from '../../calendar/local-time';
import { readSpan } from './read-span';

const zone = 'Asia/Shanghai';
/** A Friday, 10:00. */
const friday = '2026-11-20T02:00:00.000Z';
const shown = (at: string): string => `${localTime(at, zone).date} ${clockOf(localTime(at, zone).minuteOfDay)}`;

test.each([
  ['到 周日', '2026-11-20 10:00', '2026-11-23 00:00'],
  ['到周五', '2026-11-20 10:00', '2026-11-21 00:00'],
  ['到 下周三', '2026-11-20 10:00', '2026-11-26 00:00'],
  ['从 周一 到 周五', '2026-11-23 00:00', '2026-11-28 00:00'],
  ['明天', '2026-11-21 00:00', '2026-11-22 00:00'],
  ['今天', '2026-11-20 10:00', '2026-11-21 00:00'],
  ['周六', '2026-11-21 00:00', '2026-11-22 00:00'],
  ['周六 8点到20点', '2026-11-21 08:00', '2026-11-21 20:00'],
  ['周六 上午8点 到 下午6点', '2026-11-21 08:00', '2026-11-21 18:00'],
  ['到 周日 18:00', '2026-11-20 10:00', '2026-11-22 18:00'],
  ['三天', '2026-11-20 10:00', '2026-11-23 00:00'],
  ['12月1日 到 12月5日', '2026-12-01 00:00', '2026-12-06 00:00'],
  ['12月30日 到 1月3日', '2026-12-30 00:00', '2027-01-04 00:00'],
])('%s, said on a Friday at ten', (text, from, to) => {
  const span = readSpan(text, friday, zone);
  expect(span && [shown(span.from), shown(span.to)]).toEqual([from, to]);
});

test.each(['', '几天', '周六 8点', '昨天', '到 我回来', '从 周一', '明天开会', '到'])('“%s” names no span', (text) => {
  expect(readSpan(text, friday, zone)).toBeNull();
});

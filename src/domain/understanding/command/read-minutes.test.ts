import { readMinutes } from './read-minutes';

test.each([
  ['1小时', 60],
  ['1.5小时', 90],
  ['一个半小时', 90],
  ['1小时半', 90],
  ['一小时20分', 80],
  ['两个钟头', 120],
  ['半小时', 30],
  ['半个钟头', 30],
  ['90分钟', 90],
  ['二十分钟', 20],
  ['2 hours', 120],
  ['-1小时', -60],
  ['1000000000000小时', 60_000_000_000_000],
])('“%s” is %d minutes', (text, minutes) => {
  expect(readMinutes(text)).toEqual({ minutes, length: text.length });
});

test('what stands behind is left over', () => {
  expect(readMinutes('2小时 陪看病')).toEqual({ minutes: 120, length: 3 });
});

test.each(['', '陪看病', '3个人', '1小时候的事'.slice(1), '百分'])('“%s” is no time', (text) => {
  expect(readMinutes(text)).toBeNull();
});

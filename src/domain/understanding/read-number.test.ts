import { readNumber } from './read-number';

test.each([
  ['6', 6],
  ['六', 6],
  ['十', 10],
  ['十二', 12],
  ['二十', 20],
  ['九十九', 99],
  ['一百', 100],
  ['一百零三', 103],
  ['一百二', 120],
  ['三零一', 301],
  ['两', 2],
])('%s is %d', (text, value) => {
  expect(readNumber(text)).toBe(value);
});

test.each(['', '楼', '十十', '1.5', '九百一十二楼'])('%s is no number', (text) => {
  expect(readNumber(text)).toBeNull();
});

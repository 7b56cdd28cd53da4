import { readCount, readSignUp } from './read-sign-up';

test.each([
  ['报名', null],
  ['+1', null],
  ['＋1', null],
  ['算我一个', null],
  ['我来', null],
  ['我和老伴两个人', 2],
  ['我跟老伴', 2],
  ['报名 3人', 3],
  ['+2', 2],
])('“%s” in reply to a call is a sign-up', (text, people) => {
  expect(readSignUp(text)).toMatchObject({ kind: 'sign', people });
});

test.each(['取消报名', '不去了', '临时有事来不了了'])('“%s” takes back', (text) => {
  expect(readSignUp(text)).toEqual({ kind: 'leave' });
});

test.each(['+0', '还能报名吗', '几点开始', '谢谢', '', '辛苦大家了', '要带什么吗？'])('“%s” is neither', (text) => {
  expect(readSignUp(text)).toBeNull();
});

test.each([
  ['2', 2],
  ['2人', 2],
  ['两个人', 2],
  ['', null],
  ['abc', null],
  ['-3人', -3],
  ['0', 0],
  ['1000000000000人', 1_000_000_000_000],
])('behind the verb “%s” means so many', (rest, people) => {
  expect(readCount(rest)).toBe(people);
});

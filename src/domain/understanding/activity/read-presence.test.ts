import { findPresence, readCame } from './read-presence';

test('a code is heard anywhere, the bare words in private only, names with a number only', () => {
  expect(findPresence('签到 4711', false)).toEqual({ kind: 'presence', verb: 'check-in', number: null, rest: '4711' });
  expect(findPresence('签到', false)).toBeNull();
  expect(findPresence('签退', true)).toEqual({ kind: 'presence', verb: 'check-out', number: null, rest: '' });
  expect(findPresence('没来 #101 王芳', false)).toEqual({
    kind: 'presence',
    verb: 'absent',
    number: 101,
    rest: '王芳',
  });
  expect(findPresence('都到了 #101', false)).toEqual({ kind: 'presence', verb: 'came', number: 101, rest: '' });
  expect(findPresence('到了', true)).toBeNull();
  expect(findPresence('到了 #101 吗', true)).toBeNull();
  expect(findPresence('签到处在哪', true)).toBeNull();
  expect(findPresence('签到 12345', true)).toMatchObject({ verb: 'check-in', rest: '12345' });
  expect(findPresence('签到 abc', false)).toBeNull();
});

test.each([
  ['都到了', 'all', []],
  ['全来了。', 'all', []],
  ['没来 王芳 李强', [], ['王芳', '李强']],
  ['王芳没来', [], ['王芳']],
  ['王芳没来，别人都到了', 'all', ['王芳']],
  ['到了 王芳、李强', ['王芳', '李强'], []],
])('“%s” says who came', (text, came, absent) => {
  expect(readCame(text)).toEqual({ came, absent });
});

test.each(['都到了吗', '谢谢大家', ''])('“%s” says nothing of it', (text) => {
  expect(readCame(text)).toBeNull();
});

import { readCommand } from './read-command';

const inPrivate = { isPrivate: true, repliesToUs: false, mentioned: false };
const inGroup = { ...inPrivate, isPrivate: false };

test.each(['看板', '看板。', 'Board', ' ＢＯＡＲＤ '])('%s opens the board', (text) => {
  expect(readCommand(text, inPrivate)).toEqual({ kind: 'board', said: 'open' });
});

test('退出看板 leaves it everywhere', () => {
  expect(readCommand('退出看板', inPrivate)).toEqual({ kind: 'board', said: 'leave' });
});

test.each(['看板 123456', '看板123456', '看板：１２３４５６', 'board 123 456'])('%s lets a computer in', (text) => {
  expect(readCommand(text, inPrivate)).toEqual({ kind: 'board', said: 'admit', code: '123456' });
});

test.each(['看板坏了', '看板 12345', '看板 1234567', '小区的看板倒了'])('%s is plain talk', (text) => {
  expect(readCommand(text, inPrivate)).toBeNull();
});

test('among staff it is heard, in other groups it is talk', () => {
  expect(readCommand('看板', { ...inGroup, amongStaff: true })).toEqual({ kind: 'board', said: 'open' });
  expect(readCommand('看板', inGroup)).toBeNull();
});

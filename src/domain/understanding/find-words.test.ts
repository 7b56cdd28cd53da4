import { findWords } from './find-words';

const find = findWords([
  ['灯', 'one'],
  ['路灯', 'two'],
  ['路灯杆', 'three'],
  ['', 'never'],
] as const);

test('every word is found wherever it stands, also inside another', () => {
  expect(find('路灯杆歪了').map(({ tag }) => tag)).toEqual(['two', 'three', 'one']);
});

test('a word at the very end is found', () => {
  expect(find('没有灯')).toEqual([{ word: '灯', tag: 'one' }]);
});

test('nothing is found in nothing', () => {
  expect(find('')).toEqual([]);
});

import { inStandardWords } from './standard-words';

const dialect = [
  { word: '壁脚', means: '墙角' },
  { word: '壁', means: '墙' },
  { word: '墙', means: '墙壁' },
];

test('the longer word is meant, and what was put in is not read again', () => {
  expect(inStandardWords('壁脚有水', dialect).text).toBe('墙角有水');
  expect(inStandardWords('壁上有水', dialect).text).toBe('墙上有水');
});

test('every place of a word is put right, and it is told which words were', () => {
  const { text, said } = inStandardWords('壁，壁', dialect);
  expect([text, said.map(({ word }) => word)]).toEqual(['墙，墙', ['壁']]);
});

test('signs that mean something to a pattern are letters here', () => {
  expect(inStandardWords('a.b axb', [{ word: 'a.b', means: 'c' }]).text).toBe('c axb');
});

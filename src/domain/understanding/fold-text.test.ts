import { foldText, readAtMost } from './fold-text';

test.each([
  ['６号楼', '6号楼'],
  ['⑥号楼', '6号楼'],
  ['Ａ座', 'a座'],
  ['電梯壞了', '电梯坏了'],
  ['１２＃２單元', '12#2单元'],
])('%s is read as %s', (written, read) => {
  expect(foldText(written)).toBe(read);
});

test('every character stays at its place', () => {
  const text = '🔥Ａ座　電梯⑥';
  expect(foldText(text)).toHaveLength(text.length);
});

test('a long text is cut, never through the middle of an emoji', () => {
  const folded = foldText('字'.repeat(readAtMost - 1) + '🔥🔥');
  expect(folded).toBe('字'.repeat(readAtMost - 1));
});

import { readQuote } from './read-quote';

test.each([
  [
    '「邻里：#102 停车｜6号楼」\n- - - - - - - - - - - - - - -\n接',
    { by: '邻里', quote: '#102 停车｜6号楼', answer: '接' },
  ],
  ['「王：两行\n的话」\n— — —\n好的\n谢谢', { by: '王', quote: '两行\n的话', answer: '好的\n谢谢' }],
  ['「邻里：解决了回 1」\n------\n', { by: '邻里', quote: '解决了回 1', answer: '' }],
])('%s', (text, quoted) => {
  expect(readQuote(text)).toEqual(quoted);
});

test.each(['接 #102', '「垃圾」没人倒', '「王：说好的」\n没有来', '- - - -\n接'])('%s quotes nothing', (text) => {
  expect(readQuote(text)).toBeNull();
});

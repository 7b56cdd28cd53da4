import { readCall } from './read-call';

test.each([
  ['@邻里\u2005我的', false, '我的', true],
  ['请 @邻里\u2005看看', false, '请 看看', true],
  ['@邻里 我的', false, '@邻里 我的', false],
  ['@小助手\u2005我的', true, '我的', true],
  ['@王芳\u2005来一下', false, '@王芳\u2005来一下', false],
  ['我的', true, '我的', true],
])('%s, listed %s', (text, listed, words, mentioned) => {
  expect(readCall(text, { name: '邻里', listed })).toEqual({ text: words, mentioned });
});

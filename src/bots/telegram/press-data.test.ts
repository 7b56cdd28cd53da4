import { createPressSigner } from './press-data';

const signer = createPressSigner('secret');
const press = { message: 'AbC_-0123456789x', choice: 'solved-unsatisfied' };

test('what was sealed for a chat opens there, and fits into a button', () => {
  const data = signer.seal('c-1', press) ?? '';
  expect(Buffer.byteLength(data)).toBeLessThanOrEqual(64);
  expect(signer.open('c-1', data)).toEqual(press);
});

test.each([
  ['another chat', 'c-2', (data: string) => data],
  ['another choice', 'c-1', (data: string) => data.replace('solved-unsatisfied', 'solved-satisfied')],
  ['another card', 'c-1', (data: string) => data.replace('AbC', 'AbD')],
  ['a cut signature', 'c-1', (data: string) => data.slice(0, -2)],
  ['no signature', 'c-1', (data: string) => data.slice(0, data.lastIndexOf('.'))],
  ['a longer signature', 'c-1', (data: string) => `${data}AAAA`],
  ['something behind it', 'c-1', (data: string) => `${data}.`],
  ['another version', 'c-1', (data: string) => data.replace('v1', 'v2')],
])('it does not open with %s', (_what, chat, change) => {
  expect(signer.open(chat, change(signer.seal('c-1', press) ?? ''))).toBeNull();
});

test('another secret opens nothing', () => {
  expect(createPressSigner('other').open('c-1', signer.seal('c-1', press) ?? '')).toBeNull();
});

test('a choice that does not fit, or could be read as another, gets no button', () => {
  expect(signer.seal('c-1', { ...press, choice: 'category-'.padEnd(60, 'x') })).toBeNull();
  expect(signer.seal('c-1', { ...press, choice: 'a.b' })).toBeNull();
});

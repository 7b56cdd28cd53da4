import { maskPrivate } from './mask-private';

test.each([
  ['a phone number', '打13812345678找我', '打138******78找我'],
  ['an identity number', '证件440301199001011234', '证件440*************34'],
  ['every plate', '粤B12345和粤BD12345都堵门', '粤B****5和粤B*****5都堵门'],
])('%s is covered, the rest stays', (_what, text, masked) => {
  expect(maskPrivate(text)).toBe(masked);
});

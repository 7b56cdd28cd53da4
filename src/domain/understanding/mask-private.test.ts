import { cleanText, maskForGroup } from '../wording/clean-text';
import { maskPrivate } from './mask-private';

test.each([
  ['a phone number', '打13812345678找我', '打138******78找我'],
  ['an identity number', '证件440301199001011234', '证件440*************34'],
  ['every plate', '粤B12345和粤BD12345都堵门', '粤B****5和粤B*****5都堵门'],
  ['a number of full width', '打１３８００１３８０００', '打１３８******００'],
  ['dots', '打138.0013.8000找我', '打138.****.**00找我'],
  ['middle dots', '打138·0013·8000', '打138·****·**00'],
  ['wide dots and spaces', '打138．0013　8000', '打138．****　**00'],
  ['spaced hyphens', '138 - 0013 - 8000', '138 - **** - **00'],
  ['other groups', '1380-0138-000', '138*-****-*00'],
  ['one by one', '1 3 8 0 0 1 3 8 0 0 0', '1 3 8 * * * * * * 0 0'],
  ['keys', '1️⃣3️⃣8️⃣0️⃣0️⃣1️⃣3️⃣8️⃣0️⃣0️⃣0️⃣', '1️⃣3️⃣8️⃣*️⃣*️⃣*️⃣*️⃣*️⃣*️⃣0️⃣0️⃣'],
  ['an invisible sign', '打138\u200B00138000', '打138******00'],
  ['lines', '138\n0013\n8000', '138 **** **00'],
  ['a country', '+86 138-0013-8000', '+86 138-****-**00'],
  ['another country sign', '008613800138000', '0086138******00'],
  ['a landline without a gap', '打01088886666', '打01088****66'],
  ['a landline of full width', '０１０－８８８８６６６６', '０１０－８８****６６'],
  ['brackets', '（0755）8888 6666', '（0755）88** **66'],
  ['an identity card in groups', '110105 19491231 002Ｘ', '110*** ******** **2Ｘ'],
  ['the first of a list', '①13800138000 ②13900139000', '①138******00 ②139******00'],
  ['one after an amount', '1500.00 13800138000', '1500.00 138******00'],
  ['the end of a long text', `${'楼'.repeat(3000)}13800138000`, `${'楼'.repeat(3000)}138******00`],
])('%s is covered, the rest stays', (_what, text, masked) => {
  expect(maskPrivate(text)).toBe(masked);
  expect(maskForGroup(cleanText(text, Infinity))).toContain('＊＊＊');
});

test.each([
  ['ticket numbers', '#101 #102，还有 #1513、#1514 和 151 152 153 154'],
  ['days', '2026-11-20 2026-11-21 17:30，1958.12.03 生，2026/11/20，20261120'],
  ['amounts', '1500.00 200.00，1,380,013.80，共3800元，退了 15.50-20.50 1300.50'],
  ['hours', '13.30-15.00 1500人，08:30—17:30'],
  ['places', '6号楼2单元301，12-3-1502，1栋'],
  ['lines of help', '打12345、119、110'],
  ['a parcel', '取件码 3-2-8015，单号 4312345678901'],
  ['a text of two lines with an invisible sign', '灯\u200B不亮\n#102'],
])('%s are nobody’s secret', (_what, text) => {
  expect(maskPrivate(text)).toBe(text);
});

import fc from 'fast-check';
import { cleanName, cleanText, maskForGroup } from './clean-text';

test.each([
  ['bidi overrides', 'a\u202Eb\u2066c\u200F', 'abc'],
  ['zero-width characters', '楼\u200B道\u200D\uFEFF漏\u2060水', '楼道漏水'],
  ['control characters', 'a\u0000b\u001B[31mc\u007F', 'ab[31mc'],
  ['line breaks of every kind', 'a\nb\r\nc\u2028d\te', 'a b c d e'],
  ['tags and fillers', 'a\u{E0041}b\u3164c\u115F', 'abc'],
  ['half a character', 'a\uD83Db', 'ab'],
  ['towers of marks', `e${'\u0301'.repeat(50)}!`, 'e\u0301\u0301!'],
  ['space at the ends', '  6号楼   漏水 ', '6号楼 漏水'],
])('%s are taken out', (_, given, clean) => {
  expect(cleanText(given)).toBe(clean);
});

test.each(['6号楼门口又停满了', '👴🏻 ❤️ 晕倒了', '$where <script> ../ {{x}} & "引号"', 'naïve, Straße, ไทย, हिन्दी'])(
  '"%s" stays as it is',
  (plain) => {
    expect(cleanText(plain)).toBe(plain);
  },
);

test('500 characters are quoted, then a mark that there was more; no character is cut in two', () => {
  expect(cleanText('楼'.repeat(500))).toBe('楼'.repeat(500));
  expect(cleanText('👴'.repeat(50_000))).toBe(`${'👴'.repeat(500)}…`);
});

test('a name cannot look like one of our lines', () => {
  expect(cleanName('王芳\n#101｜“已办结”')).toBe('王芳 101 已办结');
  expect(cleanName('王'.repeat(99))).toBe(`${'王'.repeat(30)}…`);
  expect(cleanName('\u200B\u202E')).toBe('');
});

test.each([
  ['电话13812345678，快来', '电话＊＊＊，快来'],
  ['电话138-1234-5678', '电话＊＊＊'],
  ['电话１３８１２３４５６７８', '电话＊＊＊'],
  ['+86 13812345678', '＊＊＊'],
  ['010-65123456 物业', '＊＊＊ 物业'],
  ['身份证11010519491231002X', '身份证＊＊＊'],
  ['京A12345和沪AD12345挡路', '＊＊＊和＊＊＊挡路'],
  ['我住6-2-301', '我住＊＊＊'],
  ['6号楼301室漏水', '6号楼＊＊＊漏水'],
])('"%s" is "%s" in a group', (told, masked) => {
  expect(maskForGroup(told)).toBe(masked);
});

test.each(['6号楼门口', '#101', '打119或12345', '2026-11-20 17:30', '欠了12000元', '1单元2楼'])(
  '"%s" is no secret',
  (told) => {
    expect(maskForGroup(told)).toBe(told);
  },
);

test('whatever is written: one line, nothing invisible, at most 501 characters, and cleaning twice changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 1_200 }), (given) => {
      const clean = cleanText(given);
      expect(clean).not.toMatch(/[\p{Cc}\p{Cs}\u200B-\u200F\u2028-\u202E\u2066-\u2069\uFEFF]/u);
      expect(Array.from(clean).length).toBeLessThanOrEqual(501);
      expect(cleanText(clean, 501)).toBe(clean);
    }),
  );
});

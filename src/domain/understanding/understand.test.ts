import fc from 'fast-check';
import { createUnderstanding } from '../../understanding';
import type { Lexicon } from './lexicon';
import { emptyLexicon } from './lexicon';
import type { Reading } from './reading';

const read = createUnderstanding();

const understood = (
  text: string,
  lexicon: Lexicon = emptyLexicon,
  group: 'residents' | 'riders' = 'residents',
): Reading => read({ text, group, photo: false, at: '2026-11-20T10:00:00+08:00' }, lexicon);

test.each([
  ['3栋2单元楼道灯坏了半个月没人修', 'lamp', '3栋2单元'],
  ['楼下广场舞音响太大了 吵得孩子没法写作业', 'noise', null],
  ['消防通道又被私家车堵死了 没人管', 'escape-route', null],
])('%s is a report', (text, category, place) => {
  const reading = understood(text);
  expect(reading.intent).toBe('report');
  expect(reading.category[0]?.id).toBe(category);
  if (place !== null) expect(reading.place?.text).toContain(place);
});

test('what the person called a report is read for what and where, though the words look like talk', () => {
  const said = { text: '6号楼', group: 'private', photo: false, at: '2026-11-20T10:00:00+08:00' } as const;
  expect(read(said, emptyLexicon).place).toBeNull();
  const called = read({ ...said, called: true }, emptyLexicon);
  expect(called.place).toMatchObject({ building: '6' });
  expect(called.category).not.toEqual([]);
});

test.each([
  ['6号楼下有位老人好像迷路了 问他家在哪也说不清', 'lost-person'],
  ['有人晕倒了 叫不醒 快叫救护车', 'medical'],
  ['4号楼12层阳台着火了 冒黑烟', 'fire'],
  ['2单元楼道好大的煤气味', 'gas'],
  ['我被困在电梯里了 出不来', 'danger'],
])('%s is an emergency', (text, category) => {
  const { critical, category: ranked } = understood(text);
  expect(critical?.category).toBe(category);
  expect(ranked[0]?.id).toBe(category);
});

test.each([
  ['There is a fire on the third floor', 'fire'],
  ['I smell gas in the hallway', 'gas'],
  ['someone collapsed at the gate and is not breathing', 'medical'],
])('%s is an emergency, in English too', (text, category) => {
  expect(understood(text).critical?.category).toBe(category);
});

test.each([
  ['the lights on the stairs are broken, floor 5', 'lamp'],
  ['the elevator is not working again', 'lift'],
])('%s is a report, in English too', (text, category) => {
  const reading = understood(text);
  expect([reading.intent, reading.category[0]?.id, reading.critical]).toEqual(['report', category, null]);
});

test.each([
  'good night, see you tomorrow',
  'haha this movie is on fire',
  '哈哈哈哈',
  '好的 明天见',
  '今天晚上吃火锅',
  '晚安',
  '热得要着火了 哈哈',
  '煤气费交了吗',
  '',
])('%s is talk', (text) => {
  const reading = understood(text);
  expect(reading.critical).toBeNull();
  expect(reading.category).toEqual([]);
  expect(reading.intent).not.toBe('report');
});

test('a name of the pack is a place', () => {
  const lexicon: Lexicon = { ...emptyLexicon, places: [{ name: '月亮亭', nicknames: ['老亭子'] }] };
  expect(understood('老亭子那边的路灯不亮了 好几天没人修', lexicon).place?.text).toContain('老亭子');
});

test('what people of this place say is read as what everybody says, dangers too; the place stays in their words', () => {
  const dialect = [
    { word: '滴滴嗒', means: '漏水' },
    { word: '火着哩', means: '着火了' },
  ];
  const leak = understood('8号楼302天花板滴滴嗒', { ...emptyLexicon, dialect });
  expect([leak.category[0]?.id, leak.place?.text]).toEqual(['leak', '8号楼302']);
  expect(leak.why).toContain('本地话：“滴滴嗒”是“漏水”');
  expect(understood('6号楼火着哩', { ...emptyLexicon, dialect }).critical).toMatchObject({
    category: 'fire',
    doubt: false,
  });
});

test('the reasons are said in Chinese', () => {
  expect(understood('3栋楼道灯坏了半个月没人修').why.join(' ')).toMatch(/归类看这些字/);
});

test('the same words give the same reading', () => {
  expect(understood('电梯又坏了')).toEqual(understood('电梯又坏了'));
});

test.each([
  ['only emoji', '🔥🔥🔥👨‍👩‍👧'],
  ['zalgo', 'Ḣ̷̛e̵͝l̶p̸ 着̷火̶'],
  ['code', 'const x = () => { throw new Error("着火"); }'],
  ['English', 'The elevator is stuck and my mother is inside'],
  ['a lone surrogate', '\ud83d 老人\udc00'],
  ['control characters', '\u0000\u0007\u200b'],
])('%s is read', (_kind, text) => {
  expect(understood(text).intent).toEqual(expect.any(String));
});

test('any string is read, with shares between 0 and 1 and a place that stands in it', () => {
  const words = fc.constantFrom(
    '老人',
    '着火',
    '3栋',
    '楼下',
    '#102',
    '周六',
    '１２',
    '\n1. ',
    '煤气',
    '，',
    '号楼',
    '🔥',
    '電',
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(words, { maxLength: 40 }).map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(text, (said) => {
      const { category, place, critical } = understood(said);
      expect(category.every(({ share }) => share >= 0 && share <= 1)).toBe(true);
      expect(category.reduce((sum, { share }) => sum + share, 0)).toBeLessThanOrEqual(1.0001);
      if (place !== null) expect(said).toContain(place.text);
      if (critical !== null) expect(category[0]?.id).toBe(critical.category);
    }),
    { numRuns: 300 },
  );
});

test('fifty thousand characters take no longer than five thousand', () => {
  const timeOf = (length: number) => {
    const text = '3栋楼道灯不亮有人摔倒了，'.repeat(Math.ceil(length / 13)).slice(0, length);
    const started = performance.now();
    for (let round = 0; round < 10; round += 1) understood(text);
    return performance.now() - started;
  };
  timeOf(5_000);
  expect(timeOf(50_000)).toBeLessThan(timeOf(5_000) * 4 + 50);
});

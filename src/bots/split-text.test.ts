import fc from 'fast-check';
import { fitText, splitText } from './split-text';

test('a short text is one part, an empty one none', () => {
  expect([splitText('好', 10), splitText(' \n ', 10)]).toEqual([['好'], []]);
});

test('it is cut behind a sentence where one ends late enough, else where it must be', () => {
  expect(splitText('一二三四五。六七八', 8)).toEqual(['一二三四五。', '六七八']);
  expect(splitText('一。三四五六七八九', 8)).toEqual(['一。三四五六七八', '九']);
});

test('a character of two halves is not torn', () => {
  expect(splitText('一二三😀五', 4)).toEqual(['一二三', '😀五']);
});

test('no part is too long, and nothing but space is lost', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.integer({ min: 4, max: 50 }), (text, max) => {
      const parts = splitText(text, max);
      expect(parts.every(({ length }) => length > 0 && length <= max)).toBe(true);
      expect(parts.join('').replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''));
    }),
  );
});

test('what does not fit into the parts there are is left out, visibly', () => {
  expect(fitText('一二三四五六', 3, 1)).toEqual(['一二…']);
  expect(fitText('一二三四五六', 3, 2)).toEqual(['一二三', '四五六']);
});

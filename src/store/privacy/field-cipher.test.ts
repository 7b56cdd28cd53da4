import fc from 'fast-check';
import { createFieldCipher, keyIdIn, keyIdOf } from './field-cipher';

const key = Buffer.alloc(32, 1);
const next = Buffer.alloc(32, 2);
const place = 'care-1/family';
const sealedWith = (keys: readonly Buffer[], text = '女儿 13800001234'): string =>
  createFieldCipher(keys).seal(text, place) ?? '';

test('whatever was sealed opens again, and nothing of it can be read meanwhile', () => {
  const cipher = createFieldCipher([key]);
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, where) => {
      expect(cipher.open(cipher.seal(text, where) ?? '', where)).toEqual({ kind: 'open', text });
    }),
  );
  expect(sealedWith([key])).not.toContain('13800001234');
});

test('the same text is sealed differently each time', () => {
  expect(sealedWith([key])).not.toBe(sealedWith([key]));
});

test('a new key stands first: it seals, and what the old one sealed still opens', () => {
  const old = sealedWith([key]);
  const rotated = createFieldCipher([next, key]);
  expect(rotated.open(old, place)).toEqual({ kind: 'open', text: '女儿 13800001234' });
  expect(keyIdIn(rotated.seal('x', place) ?? '')).toBe(keyIdOf(next));
  expect(createFieldCipher([next]).open(old, place)).toEqual({ kind: 'other-key' });
});

test('a field that was changed, cut short or moved to another document does not open', () => {
  const cipher = createFieldCipher([key]);
  const sealed = sealedWith([key]);
  const last = sealed.at(-3) === 'A' ? 'B' : 'A';
  expect(cipher.open(`${sealed.slice(0, -3)}${last}${sealed.slice(-2)}`, place)).toEqual({ kind: 'damaged' });
  expect(cipher.open(sealed.slice(0, 20), place)).toEqual({ kind: 'damaged' });
  expect(cipher.open(sealed, 'care-2/family')).toEqual({ kind: 'damaged' });
});

test('what was never sealed is of no key; without a key nothing is sealed', () => {
  expect(createFieldCipher([key]).open('13800001234', place)).toEqual({ kind: 'other-key' });
  expect(createFieldCipher([]).seal('x', place)).toBeNull();
  expect(createFieldCipher([]).open(sealedWith([key]), place)).toEqual({ kind: 'other-key' });
});

test('the id of a key does not tell the key', () => {
  expect(keyIdOf(key)).toHaveLength(8);
  expect(key.toString('base64url')).not.toContain(keyIdOf(key));
});

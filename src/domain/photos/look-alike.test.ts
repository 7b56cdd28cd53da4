import { hammingDistance, isSamePicture, looksAlike, type PictureFacts } from './look-alike';

const withHash = (hash: string | null, digest: string | null = null): PictureFacts => ({ hash, digest });
const zero = '0000000000000000';

test.each([
  [zero, zero, 0],
  [zero, 'ffffffffffffffff', 64],
  [zero, '0000000000000001', 1],
  ['0f00000000000000', 'f000000000000000', 8],
  ['8000000000000001', '0000000000000001', 1],
])('%s and %s differ in %i bits', (one, other, bits) => {
  expect([hammingDistance(one, other), hammingDistance(other, one)]).toEqual([bits, bits]);
});

test('ten bits are a look-alike, eleven are not; three bits are the same picture, four are not', () => {
  const bits = (count: number) => withHash((2n ** BigInt(count) - 1n).toString(16).padStart(16, '0'));
  expect([looksAlike(withHash(zero), bits(10)), looksAlike(withHash(zero), bits(11))]).toEqual([true, false]);
  expect([isSamePicture(withHash(zero), bits(3)), isSamePicture(withHash(zero), bits(4))]).toEqual([true, false]);
});

test('pictures without features are not alike, unless they are one file', () => {
  expect(looksAlike(withHash(null), withHash(null))).toBe(false);
  expect(looksAlike(withHash(null, 'a'), withHash(null, 'b'))).toBe(false);
  expect(looksAlike(withHash(null, 'a'), withHash(null, 'a'))).toBe(true);
  expect(isSamePicture(withHash(null, 'a'), withHash(null, 'a'))).toBe(true);
});

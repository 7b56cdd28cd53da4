import fc from 'fast-check';
import { hashOfSecret, isSecretOf, newSecret } from './secret-token';

test('a secret is one of 2²⁵⁶, and only its digest need be kept', () => {
  const secrets = Array.from({ length: 100 }, newSecret);
  expect(new Set(secrets).size).toBe(100);
  for (const secret of secrets) expect([secret.length, isSecretOf(secret, hashOfSecret(secret))]).toEqual([43, true]);
});

/**
 * Digests are compared, never secrets: of two that differ in one character the digests have nothing in common, and
 * `timingSafeEqual` (which throws where lengths differ) looks at all 32 bytes of both. So how long a wrong guess takes
 * says nothing of how near it was, and whatever is guessed is compared in the same way.
 */
test('whatever is guessed, a digest of the one length is compared with the other, and only the secret itself fits', () => {
  const secret = newSecret();
  const kept = hashOfSecret(secret);
  const near = Array.from({ length: secret.length }, (_, at) => `${secret.slice(0, at)}!${secret.slice(at + 1)}`);
  for (const guess of [...near, '', secret.slice(1), `${secret} `]) {
    expect(isSecretOf(guess, kept)).toBe(false);
    expect(hashOfSecret(guess)).toHaveLength(kept.length);
  }
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 500 }),
      (guess) => isSecretOf(guess, kept) === (guess === secret),
    ),
  );
});

test('a link that is not there is compared as well: with the digest of nothing', () => {
  expect(isSecretOf(newSecret(), hashOfSecret(''))).toBe(false);
});

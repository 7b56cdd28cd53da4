import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** A secret nobody guesses: 256 bits, so that a plain hash of it is as good as a slow one. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

export const hashOfSecret = (secret: string): string => createHash('sha256').update(secret).digest('base64url');

/** Takes as long for a wrong secret as for the right one. */
export const isSecretOf = (secret: string, hash: string): boolean =>
  timingSafeEqual(createHash('sha256').update(secret).digest(), Buffer.from(hash.padEnd(43, 'A'), 'base64url'));

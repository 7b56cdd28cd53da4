import { sign, unsign } from '@fastify/cookie';
import { z } from 'zod';
import { isAccountId } from '../../domain/points/account';
import type { StatementPlace } from '../../usecases/pages/statement-of';

const Place = z.object({
  account: z.custom<StatementPlace['account']>((text) => typeof text === 'string' && isAccountId(text)),
  after: z.object({ at: z.string(), cause: z.string(), points: z.int(), balance: z.int() }),
});

/** A place in the books for an address. Signed: a balance that somebody typed in is shown to nobody, nor printed. */
export const writePlace = (place: StatementPlace, secret: string): string =>
  sign(Buffer.from(JSON.stringify(place)).toString('base64url'), secret);

/** Null: it was not us who wrote it. */
export const readPlace = (text: string, secret: string): StatementPlace | null => {
  const { valid, value } = unsign(text, secret);
  return valid ? Place.parse(JSON.parse(Buffer.from(value, 'base64url').toString())) : null;
};

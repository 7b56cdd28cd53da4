import { en } from './en';
import type { Catalogue } from './params';
import { zh } from './zh';

/** Compiles only where a catalogue without one message, or with another's parameters, is no catalogue. */
type Refused<T> = T extends Catalogue ? never : 'refused';
const withoutOne: Refused<Omit<Catalogue, 'ticket.card'>> = 'refused';
const otherParameters: Refused<Omit<Catalogue, 'ticket.card'> & { readonly 'ticket.card': (p: { no: 1 }) => string }> =
  'refused';

test('every message is there in every language, with the same parameters', () => {
  expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort());
  expect([withoutOne, otherParameters]).toEqual(['refused', 'refused']);
});

import type { Head } from '../../src/domain/wording/params';
import type { SearchParams } from '../../src/domain/wording/search-params';

/** Every message about somebody who is missed, in each of its forms. */
export const searchSamples = (head: Head): { readonly [K in keyof SearchParams]: readonly SearchParams[K][] } => ({
  'ticket.taken-back': [{ number: head.number }],
});

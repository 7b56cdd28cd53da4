import { z } from 'zod';
import { lookEvents, type Look, type Looks } from '../../usecases/ports-of-privacy';
import type { Tables } from '../models';
import type { Scope } from '../scope';

const at = { at: z.string(), by: z.string() };
const words = z.string().nullable().default(null);

const LookEvent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('numbers-shown'), ...at, words }),
  z.object({ kind: z.literal('family-shown'), ...at }),
  z.object({ kind: z.literal('candidates-shown'), ...at }),
  z.object({
    ...{ kind: z.literal('looked'), ...at, words },
    what: z.enum(['ledger', 'file', 'family', 'history', 'match']),
  }),
]);

const whatOf = (event: z.infer<typeof LookEvent>): Look['what'] => {
  switch (event.kind) {
    case 'numbers-shown':
      return 'numbers';
    case 'family-shown':
      return 'family';
    case 'candidates-shown':
      return 'candidates';
    case 'looked':
      return event.what;
  }
};

/** Looks stand in the histories of what was looked at; here they are read across all of them. */
export const createLooks = (tables: Pick<Tables, 'events'>, { communityId }: Scope): Looks => ({
  list: async (before, limit) => {
    const found = await tables.events.raw
      .find({
        communityId,
        'event.kind': { $in: [...lookEvents] },
        ...(before === null ? {} : { 'event.at': { $lt: before } }),
      })
      .sort({ 'event.at': -1 })
      .limit(limit)
      .toArray();
    return found.map(({ matter, event }) => {
      const look = LookEvent.parse(event);
      return { at: look.at, by: look.by, matter, what: whatOf(look), words: 'words' in look ? look.words : null };
    });
  },
});

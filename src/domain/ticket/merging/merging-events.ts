import { z } from 'zod';
import { at, by, event, id, ids } from '../event-shape';
import { Reporter } from '../reporting/reporter';
import { TicketPhase } from '../ticket';

/** Matters that are, or may be, one and the same. */
export const mergingEvents = [
  /** It is the same matter as ticket `into`, whose number is `number`. */
  event('merged', { ...by, into: id, number: z.int() }),
  /** What came with a ticket that was merged into this one. */
  event('absorbed', {
    ...by,
    ticket: id,
    number: z.int(),
    reporters: z.array(Reporter).readonly(),
    words: ids,
    photos: ids,
    followers: ids.default([]),
  }),
  /** Taken apart again: `back` is the phase it goes on in, `unfollowed` who stopped following it meanwhile. */
  event('unmerged', { ...by, from: id, number: z.int(), back: TicketPhase, unfollowed: ids.default([]) }),
  event('released', { ...by, ticket: id, number: z.int() }),
  /** The reporter, and whoever has it, were asked whether it is the same as ticket `other`. */
  event('same-asked', { ...at, other: id, number: z.int(), to: ids }),
  event('same-denied', { ...by, other: id, number: z.int() }),
] as const;

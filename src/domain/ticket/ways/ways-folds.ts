import type { Folds } from '../folds';
import type { Ticket } from '../ticket';
import type { Way } from './way';

const withWay = (ticket: Ticket, change: (way: Way) => Way | null): Ticket => ({
  ...ticket,
  way: ticket.way && change(ticket.way),
});

export const waysFolds: Folds<
  | 'way-chosen'
  | 'consented'
  | 'visit-proposed'
  | 'visit-agreed'
  | 'visit-declined'
  | 'visit-cancelled'
  | 'green-channel'
> = {
  'way-chosen': (ticket, { way, words }) => ({ ...ticket, way: { kind: way, words, consent: null, visit: null } }),
  // Without leave it is not done on behalf: another way is chosen.
  consented: (ticket, { given, at, by }) => withWay(ticket, (way) => (given ? { ...way, consent: { at, by } } : null)),
  'visit-proposed': (ticket, { at, by, side, from, until }) =>
    withWay(ticket, (way) => ({ ...way, visit: { from, to: until, proposedAt: at, side, by, agreedAt: null } })),
  'visit-agreed': (ticket, { at }) =>
    withWay(ticket, (way) => ({ ...way, visit: way.visit && { ...way.visit, agreedAt: at } })),
  'visit-declined': (ticket) => withWay(ticket, (way) => ({ ...way, visit: null })),
  'green-channel': (ticket, { at, by }) => ({ ...ticket, green: { at, by } }),
  'visit-cancelled': (ticket) => withWay(ticket, (way) => ({ ...way, visit: null })),
};

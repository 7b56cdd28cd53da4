import { endPause } from '../working/end-pause';
import type { Folds } from '../folds';
import type { Ticket } from '../ticket';
import type { EventOf } from '../ticket-event';
import { hasIt } from '../working/has-it';
import { leftDesk } from './left-desk';

/** Another dispatch of the same ticket opens a new cycle, with fresh clocks. */
const dispatch = (ticket: Ticket, event: EventOf<'dispatched'>): Ticket => ({
  ...ticket,
  ...(ticket.dispatchedAt === null ? {} : { cycle: ticket.cycle + 1, notices: [] }),
  phase: 'dispatched',
  desk: event.desk,
  atDesk: ticket.atDesk?.desk === event.desk ? ticket.atDesk : null,
  handlers: event.handlers,
  claimedBy: null,
  claimedAt: null,
  waiting: null,
  arranging: null,
  review: null,
  resolveFrom: null,
  supervision: null,
  dispatchedAt: event.at,
});

/** Somebody of the firm who only passes it on sends it to and fro; a leader who arranges it does not. */
const giveToDesk = (ticket: Ticket, { by, desk }: EventOf<'given-to-desk'>): Ticket => ({
  ...ticket,
  desk,
  atDesk: { desk, by },
  moves: by !== null && hasIt(ticket, by) ? [...ticket.moves, { by }] : ticket.moves,
});

/** Nobody has it until it is arranged. */
const giveBack = (ticket: Ticket, event: EventOf<'objected' | 'ruling-asked'>): Ticket => ({
  ...endPause(ticket, event.at),
  ...leftDesk(ticket),
  phase: 'reported',
  handlers: [],
  claimedBy: null,
  claimedAt: null,
  supervision: null,
  moves: [...ticket.moves, { by: event.by }],
  arranging: {
    why: event.kind === 'objected' ? 'objection' : 'ruling',
    by: event.by,
    words: event.words,
    since: event.at,
    to: event.to,
    offered: event.offered,
  },
});

/** Given to one person for good; its clocks begin anew. */
const rule = (ticket: Ticket, event: EventOf<'ruled'>): Ticket => ({
  ...ticket,
  phase: 'claimed',
  cycle: ticket.cycle + 1,
  notices: [],
  arranging: null,
  ruledFor: event.to,
  assignedBy: event.by === null ? null : { by: event.by, at: event.at },
  handlers: [event.to],
  claimedBy: event.to,
  claimedAt: event.at,
  resolveFrom: event.at,
});

export const dispatchingFolds: Folds<
  'dispatched' | 'given-to-desk' | 'approval-asked' | 'assigned' | 'objected' | 'ruling-asked' | 'ruled'
> = {
  dispatched: (ticket, event) => dispatch(ticket, event),
  'given-to-desk': giveToDesk,
  'approval-asked': (ticket, event) => ({
    ...ticket,
    arranging: { why: 'approval', by: null, words: null, since: event.at, to: event.to, offered: event.offered },
  }),
  assigned: (ticket, event) => ({ ...ticket, assignedBy: { by: event.by, at: event.at } }),
  objected: giveBack,
  'ruling-asked': giveBack,
  ruled: rule,
};

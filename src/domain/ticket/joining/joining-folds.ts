import type { Folds } from '../folds';
import type { Ticket } from '../ticket';
import type { EventOf } from '../ticket-event';
import type { Part } from './part';

const changed = (ticket: Ticket, id: string, change: (part: Part) => Part): Ticket => ({
  ...ticket,
  parts: ticket.parts.map((part) => (part.id === id ? change(part) : part)),
});

const ask = (ticket: Ticket, event: EventOf<'part-asked'>): Ticket => ({
  ...ticket,
  parts: [
    ...ticket.parts,
    {
      id: event.part,
      desk: event.desk,
      to: event.to,
      doer: null,
      by: event.by,
      words: event.words,
      state: 'asked',
      since: event.at,
      until: event.until,
      sentBack: 0,
      claimedAt: null,
      doneAt: null,
      result: null,
    },
  ],
});

/** With whoever did it, on a fresh clock. */
export const partAgain = (part: Part, at: string): Part => ({
  ...part,
  state: part.doer === null ? 'asked' : 'claimed',
  since: at,
  until: null,
  sentBack: part.sentBack + 1,
  doneAt: null,
  result: null,
});

export const joiningFolds: Folds<
  'part-asked' | 'part-claimed' | 'part-noted' | 'part-declined' | 'part-done' | 'part-dropped' | 'part-stood-in'
> = {
  'part-asked': ask,
  'part-claimed': (ticket, { part, by, at }) =>
    changed(ticket, part, (held) => ({ ...held, state: 'claimed', doer: by, claimedAt: at })),
  'part-noted': (ticket) => ticket,
  // The desk's answer: any of it may still take it after all.
  'part-declined': (ticket, { part }) =>
    changed(ticket, part, (held) => ({ ...held, state: 'declined', doer: null, claimedAt: null })),
  'part-done': (ticket, { part, by, at, words, photos }) =>
    changed(ticket, part, (held) => ({
      ...held,
      state: 'done',
      doer: held.doer ?? by,
      claimedAt: held.claimedAt ?? at,
      doneAt: at,
      result: { words, photos },
    })),
  'part-dropped': (ticket, { part }) => changed(ticket, part, (held) => ({ ...held, state: 'dropped' })),
  'part-stood-in': (ticket, { part, by, to }) =>
    changed(ticket, part, (held) => ({
      ...held,
      doer: held.doer === by ? to : held.doer,
      to: [...new Set(held.to.map((person) => (person === by ? to : person)))],
    })),
};

import type { Folds } from '../folds';
import type { Ticket } from '../ticket';
import type { EventOf } from '../ticket-event';
import { ownReportersOf, withEverybody } from './join-reporters';

const merge = (ticket: Ticket, { into, number, at, by }: EventOf<'merged'>): Ticket => ({
  ...ticket,
  phase: 'merged',
  merged: { into, number, at, by, from: ticket.phase },
});

const absorb = (ticket: Ticket, event: EventOf<'absorbed'>): Ticket => {
  const { ticket: id, number, reporters, words, photos } = event;
  const came = event.followers.filter((person) => !ticket.followers.includes(person));
  return {
    ...withEverybody(ticket, ownReportersOf(ticket), [
      ...ticket.absorbed,
      { id, number, reporters, words, photos, followers: came },
    ]),
    words: [...ticket.words, ...words],
    photos: [...ticket.photos, ...photos],
    followers: [...ticket.followers, ...came],
  };
};

/** The time in the merge is a pause, and one that was waiting anyway waits on. */
const unmerge = (ticket: Ticket, { back, at, unfollowed }: EventOf<'unmerged'>): Ticket => ({
  ...ticket,
  phase: back,
  merged: null,
  followers: ticket.followers.filter((person) => !unfollowed.includes(person)),
  pauses: ticket.merged && !ticket.waiting ? [...ticket.pauses, { from: ticket.merged.at, to: at }] : ticket.pauses,
});

/** What came with it goes with it; who spoke of this one as well stays. */
const release = (ticket: Ticket, event: EventOf<'released'>): Ticket => {
  const gone = ticket.absorbed.find(({ id }) => id === event.ticket);
  if (!gone) return ticket;
  const others = ticket.absorbed.filter((each) => each !== gone);
  return {
    ...withEverybody(ticket, ownReportersOf(ticket), others),
    words: ticket.words.filter((words) => !gone.words.includes(words)),
    photos: ticket.photos.filter((photo) => !gone.photos.includes(photo)),
    followers: ticket.followers.filter((person) => !gone.followers.includes(person)),
  };
};

export const mergingFolds: Folds<'merged' | 'absorbed' | 'unmerged' | 'released' | 'same-asked' | 'same-denied'> = {
  merged: merge,
  absorbed: absorb,
  unmerged: unmerge,
  released: release,
  'same-asked': (ticket, event) => ({ ...ticket, offered: event.other }),
  'same-denied': (ticket) => ticket,
};

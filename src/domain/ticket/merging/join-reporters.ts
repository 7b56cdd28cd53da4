import type { Reporter } from '../reporting/reporter';
import type { Ticket } from '../ticket';
import type { EventOf } from '../ticket-event';

/** Each person once; who reported in words anywhere is a reporter. */
const addReporter = (known: readonly Reporter[], more: Reporter): readonly Reporter[] =>
  known.some(({ person }) => person === more.person)
    ? known.map((one) =>
        one.person === more.person && more.kind === 'reporter' ? { ...one, kind: 'reporter' as const } : one,
      )
    : [...known, more];

/** Everybody: this ticket's own, then those who came with what was merged into it. */
export const withEverybody = (ticket: Ticket, own: readonly Reporter[], absorbed: Ticket['absorbed']): Ticket => ({
  ...ticket,
  absorbed,
  ownReporters: absorbed.length > 0 ? own : null,
  reporters: absorbed.flatMap(({ reporters }) => reporters).reduce(addReporter, own),
});

/** Who reported this very ticket, also while others came with what was merged into it. */
export const ownReportersOf = (ticket: Ticket): readonly Reporter[] => ticket.ownReporters ?? ticket.reporters;

export const joinReporters = (ticket: Ticket, event: EventOf<'joined'>): Ticket => {
  const { by: person, role, group, at, as: kind } = event;
  const own = addReporter(ownReportersOf(ticket), { person, role, group, at, kind });
  return {
    ...withEverybody(ticket, own, ticket.absorbed),
    words: [...ticket.words, ...event.words],
    photos: [...ticket.photos, ...event.photos],
  };
};

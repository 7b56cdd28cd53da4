import fc from 'fast-check';
import { aTicketCommunity } from '../../../../test/support/a-ticket';
import { ids, mergedLives } from '../../../../test/support/merged-lives';
import { ticketIn, type Lives } from '../../../../test/support/two-lives';
import { foldTicket } from '../apply-ticket-event';
import { nextDue } from '../clocks/schedule-ticket';
import { Ticket } from '../ticket';
import { TicketEvent } from '../ticket-event';

const community = aTicketCommunity();
const always = (property: (lives: Lives) => void): void => {
  fc.assert(
    fc.property(mergedLives, (lived) => {
      lived.forEach(property);
    }),
    { numRuns: 150 },
  );
};

const end = (lives: Lives, id: string): Ticket => {
  const seen = new Set<string>();
  let ticket = ticketIn(lives, id);
  while (ticket.merged) {
    expect(seen.has(ticket.id)).toBe(false);
    seen.add(ticket.id);
    ticket = ticketIn(lives, ticket.merged.into);
  }
  return ticket;
};

test('however they are merged and taken apart, each state is the fold of its events, and data that can be stored', () => {
  always(({ tickets, events }) => {
    for (const [id, ticket] of tickets) {
      expect(foldTicket(null, events.get(id) ?? [])).toEqual(ticket);
      expect(Ticket.parse(JSON.parse(JSON.stringify(ticket)))).toEqual(ticket);
    }
    expect([...events.values()].flat().map((event) => TicketEvent.parse(event))).toHaveLength(
      [...events.values()].flat().length,
    );
  });
});

test('no circle comes of it, and nobody who reported, and nothing that was said, is lost on the way', () => {
  always((lives) => {
    for (const id of ids) {
      const [own, survivor] = [ticketIn(lives, id), end(lives, id)];
      const reporters = new Set(
        survivor.reporters.filter(({ kind }) => kind === 'reporter').map(({ person }) => person),
      );
      const first = own.reporters[0];
      expect(first && reporters.has(first.person)).toBe(true);
      for (const { person } of own.reporters)
        expect(survivor.reporters.some((reporter) => reporter.person === person)).toBe(true);
      expect(survivor.words).toEqual(expect.arrayContaining([...own.words]));
      expect(survivor.photos).toEqual(expect.arrayContaining([...own.photos]));
      // Nobody twice, no photo twice.
      expect(new Set(survivor.reporters.map(({ person }) => person)).size).toBe(survivor.reporters.length);
      expect(new Set(survivor.photos).size).toBe(survivor.photos.length);
    }
  });
});

test('what is merged has no clock; what took something in knows it, and what is apart again knows nothing of it', () => {
  always((lives) => {
    for (const id of ids) {
      const ticket = ticketIn(lives, id);
      expect(ticket.phase === 'merged').toBe(ticket.merged !== null);
      if (ticket.merged) {
        expect(nextDue(ticket, community)).toBeNull();
        expect(ticketIn(lives, ticket.merged.into).absorbed.map((one) => one.id)).toContain(id);
      }
      for (const one of ticket.absorbed) expect(ticketIn(lives, one.id).merged?.into).toBe(id);
      if (ticket.absorbed.length === 0) expect(ticket.ownReporters).toBeNull();
      if (['claimed', 'waiting', 'resolved'].includes(ticket.phase)) expect(ticket.claimedBy).not.toBeNull();
      if (['reported', 'dispatched'].includes(ticket.phase)) expect(ticket.claimedBy).toBeNull();
    }
  });
});

test('pauses are in the order of time and do not overlap', () => {
  always(({ tickets }) => {
    for (const { pauses } of tickets.values())
      for (const [index, pause] of pauses.entries()) {
        expect(pause.from <= pause.to).toBe(true);
        expect((pauses[index - 1]?.to ?? '') <= pause.from).toBe(true);
      }
  });
});

import fc from 'fast-check';
import {
  aContext,
  aReport,
  aTicketCommunity,
  chen,
  clock,
  gao,
  li,
  qian,
  reported,
  wang,
  zhao,
} from '../../../../test/support/a-ticket';
import { livesOf, settled, ticketIn, toldIn, type Lives } from '../../../../test/support/two-lives';
import { foldTicket } from '../apply-ticket-event';
import { nextDue } from '../clocks/schedule-ticket';
import { tickTicket } from '../clocks/tick-ticket';
import { Ticket } from '../ticket';
import type { TicketCommand } from '../ticket-command';
import { TicketEvent } from '../ticket-event';

const community = aTicketCommunity();
const ids = ['t1', 't2', 't3', 't4'];
const people = [wang, li, chen, gao, zhao, qian];

const which = fc.constantFrom(...ids);
const by = fc.constantFrom(...people);
const handler = fc.constantFrom(wang, chen);

const command = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ kind: fc.constant('merge'), by: handler, into: which, as: fc.constant('handler') }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('unmerge'), by: handler }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('claim', 'resume'), by }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('resolve'),
      by: handler,
      words: fc.constant('w9'),
      photos: fc.constant([]),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('answer'),
      by,
      answer: fc.constantFrom('solved-satisfied', 'not-solved'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('pause'),
      by: handler,
      until: fc.constant(clock('15:00')),
      words: fc.constant('w8'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('join'),
      by,
      role: fc.constant('resident'),
      group: fc.constant('riders'),
      as: fc.constantFrom('reporter', 'me-too'),
      words: fc.constant([]),
      photos: fc.constant([]),
    }),
  },
) as fc.Arbitrary<TicketCommand>;

const step = fc.record({ on: which, minutes: fc.integer({ min: 0, max: 90 }), ticks: fc.boolean(), say: command });

const beginning: Lives = livesOf(
  ids.map(
    (id, index) =>
      reported(
        aReport({
          id,
          number: 101 + index,
          by: [zhao, qian, zhao, li][index] ?? zhao,
          words: [`w-${id}`],
          photos: [`p-${id}`],
          place: { area: index === 3 ? 'b5' : 'b6', words: null },
        }),
        aContext(clock('10:00')),
      ).events,
  ),
);

const ticked = (lives: Lives, now: string): Lives =>
  ids.reduce((before, id) => settled(before, id, tickTicket(ticketIn(before, id), aContext(now))), lives);

const live = (
  steps: readonly { on: string; minutes: number; ticks: boolean; say: TicketCommand }[],
): readonly Lives[] => {
  let now = clock('10:01');
  let lives = beginning;
  return steps.map(({ on, minutes, ticks, say }) => {
    now = new Date(Date.parse(now) + minutes * 60_000).toISOString();
    lives = toldIn(ticks ? ticked(lives, now) : lives, on, say, now);
    return lives;
  });
};

const always = (property: (lives: Lives) => void): void => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      live(steps).forEach(property);
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

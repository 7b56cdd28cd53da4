import fc from 'fast-check';
import { tickTicket } from '../../src/domain/ticket/clocks/tick-ticket';
import type { TicketCommand } from '../../src/domain/ticket/ticket-command';
import { aContext, aReport, chen, clock, gao, li, qian, reported, wang, zhao } from './a-ticket';
import { livesOf, settled, ticketIn, toldIn, type Lives } from './two-lives';

/** Four tickets, of which three may be one matter. */
export const ids = ['t1', 't2', 't3', 't4'];
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

/** Four tickets, as they stand after each step of any that are merged, taken apart and worked on. */
export const mergedLives: fc.Arbitrary<readonly Lives[]> = fc.array(step, { maxLength: 40 }).map(live);

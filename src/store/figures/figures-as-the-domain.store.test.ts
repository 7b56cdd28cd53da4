import fc from 'fast-check';
import { mongo } from 'mongoose';
import { aContext, aReport, aTicketCommunity, clock, reported, wang } from '../../../test/support/a-ticket';
import { anyHistory } from '../../../test/support/a-ticket-life';
import { countLives, overdueOf } from '../../../test/support/figures-of-lives';
import { at, happened, report } from '../../../test/support/happened';
import { keepLife } from '../../../test/support/keep-life';
import { mergedLives } from '../../../test/support/merged-lives';
import { openStore, type OpenedStore } from '../../../test/support/open-store';
import { aPackOfDesks } from '../../../test/support/packs-of-desks';
import { loadPack } from '../../load-pack';
import type { FiguresBy } from '../../domain/figures/figures';
import type { Ticket } from '../../domain/ticket/ticket';
import type { TicketEvent } from '../../domain/ticket/ticket-event';

jest.setTimeout(120_000);

let opened: OpenedStore;
let client: mongo.MongoClient;
beforeAll(async () => {
  opened = await openStore();
  await opened.store.savePack(await loadPack('packs/demo.yaml'));
  client = await new mongo.MongoClient(opened.uri).connect();
});
afterAll(async () => {
  await client.close();
  await opened.close();
});

type Histories = readonly (readonly TicketEvent[])[];

/** Seen in the middle of it: while it waits, is with a reviewer, is given back. */
const untilSomewhere = (histories: fc.Arbitrary<readonly TicketEvent[]>): fc.Arbitrary<readonly TicketEvent[]> =>
  fc
    .tuple(histories, fc.integer({ min: 1, max: 100 }))
    .map(([events, percent]) => events.slice(0, Math.ceil((events.length * percent) / 100)));

/** Lives that went their own ways, and four that were merged, taken apart and reopened among each other. */
const histories: fc.Arbitrary<Histories> = fc
  .tuple(fc.array(untilSomewhere(anyHistory), { minLength: 1, maxLength: 4 }), mergedLives)
  .map(([alone, together]) => [...alone, ...(together.at(-1)?.events.values() ?? [])]);

const year = { from: '2026-01-01T00:00:00.000Z', to: '2028-01-01T00:00:00.000Z' };

type Grouping = readonly [FiguresBy, (ticket: Ticket) => string | null];
const grouping = fc.constantFrom<Grouping[]>(
  ['all', () => null],
  ['area', ({ place }) => place.area],
  ['category', ({ category }) => category],
  ['desk', ({ desk }) => desk],
);

const lastMoment = (lives: Histories): number =>
  Math.max(...lives.flatMap((events) => events.map(({ at }) => Date.parse(at))));

let kept = 0;
const keep = async (lives: Histories): Promise<void> => {
  for (const name of ['matters', 'events']) await client.db().collection(name).deleteMany({});
  for (const events of lives) {
    kept += 1;
    await keepLife(opened.store, { id: `kept-${kept}`, number: kept }, [events]);
  }
};

test('whatever happened to whatever desks and categories, the database counts what the domain says', async () => {
  await fc.assert(
    fc.asyncProperty(
      histories,
      aPackOfDesks,
      grouping,
      fc.oneof(fc.integer({ min: 0, max: 600 }), fc.integer({ min: 0, max: 30_000 })),
      async (lives, community, [by, keyOf], minutesLater) => {
        await keep(lives);
        const now = new Date(lastMoment(lives) + minutesLater * 60_000).toISOString();
        expect(await opened.store.figures.rates(year, by, now, community)).toEqual(
          countLives(lives, keyOf, now, community),
        );
        const standing = await opened.store.figures.standing(year.from, now, community);
        expect(standing.overdue).toBe(overdueOf(lives, now, community));
      },
    ),
    { numRuns: 40 },
  );
});

test('who waits is late only when the time after the end that was named is used up', async () => {
  const waits: readonly TicketEvent[] = [
    ...reported(aReport({ category: 'parking' }), aContext(clock('10:00'))).events,
    { kind: 'claimed', at: clock('10:00'), by: wang.id },
    { kind: 'waiting-began', at: clock('10:00'), by: wang.id, until: clock('10:00', 3), words: 'w' },
  ];
  const together: readonly TicketEvent[] = [
    ...waits,
    { kind: 'merged', at: clock('11:00'), by: wang.id, into: 't9', number: 109 },
    { kind: 'unmerged', at: clock('11:30'), by: wang.id, from: 't9', number: 109, back: 'waiting', unfollowed: [] },
  ];
  await keep([waits, together]);
  const community = aTicketCommunity();
  const lateAt = async (now: string) => [
    (await opened.store.figures.standing(year.from, now, community)).overdue,
    overdueOf([waits, together], now, community),
  ];
  expect(await lateAt(clock('10:01', 3))).toEqual([0, 0]);
  expect(await lateAt(clock('10:00', 30))).toEqual([2, 2]);
});

test('who answered late and gave it back then has answered late', async () => {
  const { dispatched, claimed, objected } = happened;
  const lives = [[report('11-20 10:00'), dispatched('11-20 10:00'), claimed('11-20 11:30'), objected('11-20 11:40')]];
  await keep(lives);
  const community = aTicketCommunity();
  const rows = await opened.store.figures.rates(year, 'all', at('11-20 12:00'), community);
  expect(rows).toEqual(countLives(lives, () => null, at('11-20 12:00'), community));
  expect(rows).toMatchObject([{ response: { count: 0, of: 1 }, answerMinutes: 90 }]);
});

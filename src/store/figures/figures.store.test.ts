import { aTicketCommunity } from '../../../test/support/a-ticket';
import { at, byResident, byRider, happened, report } from '../../../test/support/happened';
import { openLives } from '../../../test/support/keep-life';
import type { OpenedStore } from '../../../test/support/open-store';
import type { FigureRow, FiguresBy } from '../../domain/figures/figures';
import { replayDeadlines } from '../../domain/figures/replay-deadlines';
import type { TicketEvent } from '../../domain/ticket/ticket-event';

const community = aTicketCommunity();
const now = at('11-20 12:00');

const { dispatched, claimed, handedOver, waiting, back, resolved, answered, reopened, archived, withdrawn, joined } =
  happened;

/** A day's matter is to be claimed within 60 and solved within 480 working minutes; a drain within 20 and 120 plain ones. */
const histories: readonly (readonly TicketEvent[])[] = [
  // 1: all well; handed over after it was claimed in time.
  [
    ...[report('11-20 10:00', byResident), dispatched('11-20 10:00'), claimed('11-20 10:05')],
    ...[handedOver('11-20 11:10'), resolved('11-20 11:20'), answered('11-20 11:30', true, true)],
    archived('11-20 11:30', 'called-back'),
  ],
  // 2: claimed a minute too late; solved by the community, not satisfied.
  [
    ...[report('11-20 09:30', byRider), dispatched('11-20 09:30'), claimed('11-20 10:31')],
    ...[
      resolved('11-20 10:40', 'community'),
      answered('11-20 10:50', true, false),
      archived('11-20 10:50', 'called-back'),
    ],
  ],
  // 3: in time, then not solved; the second time late.
  [
    ...[report('10-20 10:00', byResident), dispatched('10-20 10:00'), claimed('10-20 10:05')],
    ...[resolved('10-20 10:50'), answered('10-20 11:00', false, null), reopened('10-20 11:00')],
    ...[resolved('10-23 11:00'), answered('10-23 11:30', true, true), archived('10-23 11:30', 'called-back')],
  ],
  // 4: nobody has claimed it, and it is past the time. 5: nobody has, and there is time.
  [report('11-20 10:00', byResident), dispatched('11-20 10:00')],
  [report('11-20 11:30', { ...byRider, place: { area: null, words: 'w4' } }), dispatched('11-20 11:30', 'home')],
  // 6: withdrawn.
  [report('11-20 10:00', byResident), dispatched('11-20 10:00'), withdrawn('11-20 11:59')],
  // 7: three people report it, one says "me too"; claimed at the last moment, the end of the working day.
  [
    ...[report('11-19 16:30', byResident), dispatched('11-19 16:30'), claimed('11-19 17:30')],
    ...[joined('11-19 16:40', 'zhou', 'resident', 'reporter'), joined('11-20 09:00', 'zhao', 'rider', 'reporter')],
    joined('11-20 09:10', 'wu', 'resident', 'me-too'),
  ],
  // 8: not solved, says its reporter; being done again.
  [
    ...[report('11-20 10:00', byRider), dispatched('11-20 10:00'), claimed('11-20 10:05')],
    ...[resolved('11-20 10:30'), answered('11-20 10:40', false, null), reopened('11-20 10:40')],
  ],
  // 9: a pause of a week, and done within its time.
  [
    ...[report('10-20 10:00', { ...byRider, place: { area: 'b1', words: null } }), dispatched('10-20 10:00', 'grid-1')],
    ...[claimed('10-20 10:05'), waiting('10-20 10:10', '10-27 10:10'), back('10-27 10:10'), resolved('10-27 11:00')],
  ],
  // 10: round the clock, in the evening: claimed at its last minute, solved a minute late.
  [
    ...[report('10-20 20:00', { ...byResident, category: 'drain' }), dispatched('10-20 20:00')],
    ...[claimed('10-20 20:20'), resolved('10-20 22:01')],
  ],
  // 11: nobody has taken charge of a fire. 12: another one was a false alarm.
  [report('11-20 11:50', { ...byRider, category: 'fire' }), dispatched('11-20 11:50')],
  [
    ...[report('11-20 11:00', { ...byRider, category: 'fire' }), dispatched('11-20 11:00'), claimed('11-20 11:01')],
    archived('11-20 11:05', 'false-alarm'),
  ],
];

let opened: OpenedStore;
beforeAll(async () => {
  opened = await openLives(histories);
});
afterAll(() => opened.close());

const year = { from: at('01-01 00:00'), to: at('12-31 00:00') };
const rates = (by: FiguresBy, span = year): Promise<readonly FigureRow[]> =>
  opened.store.figures.rates(span, by, now, community);

/** "key tickets response onTime solved satisfied" */
const short = (rows: readonly FigureRow[]): readonly string[] =>
  rows.map(({ key, tickets, response, onTime, solved, satisfied }) =>
    [key, tickets, ...[response, onTime, solved, satisfied].map(({ count, of }) => `${count}/${of}`)].join(' '),
  );

test('all: each rate has its own denominator; what was taken back or was no danger counts nowhere', async () => {
  expect(await rates('all')).toEqual([
    {
      key: null,
      tickets: 10,
      response: { count: 6, of: 9 },
      onTime: { count: 4, of: 6 },
      solved: { count: 3, of: 4 },
      satisfied: { count: 2, of: 4 },
      inGrid: { count: 4, of: 5 },
      answerMinutes: 23,
    },
  ]);
});

test('by month, kind of reporter, category, desk and area', async () => {
  expect(short(await rates('month'))).toEqual(['2026-10 3 3/3 1/3 1/1 1/1', '2026-11 7 3/6 3/3 2/3 1/3']);
  expect(short(await rates('reporters'))).toEqual(['residents 5 4/5 1/3 2/2 2/2', 'riders 5 2/4 3/3 1/2 0/2']);
  expect(short(await rates('category'))).toEqual([
    'drain 1 1/1 0/1 0/0 0/0',
    'fire 1 0/1 0/0 0/0 0/0',
    'parking 8 5/7 4/5 3/4 2/4',
  ]);
  expect(short(await rates('desk'))).toEqual([
    'grid-1 1 1/1 1/1 0/0 0/0',
    'grid-2 8 5/8 3/5 3/4 2/4',
    'home 1 0/0 0/0 0/0 0/0',
  ]);
  expect(short(await rates('area'))).toEqual([' 1 0/0 0/0 0/0 0/0', 'b1 1 1/1 1/1 0/0 0/0', 'b6 8 5/8 3/5 3/4 2/4']);
});

test('of an area with what lies in it, of a category, and of both; what has no place is the desk’s that has it', async () => {
  const of = async (area: string | null, category: string | null) =>
    short(await opened.store.figures.rates(year, 'all', now, community, { area, category }));
  expect(await of('grid-1', null)).toEqual([' 1 1/1 1/1 0/0 0/0']);
  expect(await of('home', null)).toEqual(await of(null, null));
  expect(await of(null, 'parking')).toEqual([' 8 5/7 4/5 3/4 2/4']);
  expect(await of('grid-1', 'drain')).toEqual([]);
  const { figures } = opened.store;
  expect(await figures.complaints(year, community, { area: 'grid-1', category: null })).toEqual([
    { month: '2026-10', residents: 0, riders: 1, others: 0 },
  ]);
  expect(await figures.standing(at('11-20 00:00'), now, community, { area: 'grid-1', category: null })).toMatchObject({
    fresh: 0,
    open: 1,
    overdue: 0,
  });
});

test('a span is of first reports, by the moment', async () => {
  const october = { from: at('10-01 00:00'), to: at('10-20 20:00') };
  expect(short(await rates('all', october))).toEqual([' 2 2/2 1/2 1/1 1/1']);
});

test('complaints are counted by who made them and when: three reporters are three, "me too" is none', async () => {
  expect(await opened.store.figures.complaints(year, community)).toEqual([
    { month: '2026-10', residents: 2, riders: 1, others: 0 },
    { month: '2026-11', residents: 4, riders: 5, others: 0 },
  ]);
  const friday = { from: at('11-20 00:00'), to: at('11-21 00:00') };
  expect(await opened.store.figures.complaints(friday, community)).toEqual([
    { month: '2026-11', residents: 2, riders: 5, others: 0 },
  ]);
});

test('how things stand at noon', async () => {
  expect(await opened.store.figures.standing(at('11-20 00:00'), now, community)).toEqual({
    fresh: 6,
    open: 7,
    overdue: 2,
    solved: 2,
    satisfied: 1,
    unacknowledged: 1,
    top: [
      { category: 'parking', count: 5 },
      { category: 'fire', count: 1 },
    ],
  });
});

test('a moment later another one is past its time, and a finished one stays as it was', async () => {
  const [row] = await opened.store.figures.rates(year, 'all', at('11-20 14:01'), community);
  expect(row?.response).toEqual({ count: 6, of: 10 });
  const standing = await opened.store.figures.standing(at('11-20 00:00'), at('11-20 14:01'), community);
  expect(standing.overdue).toBe(3);
});

test('the database and the domain judge alike, at every moment looked at', async () => {
  for (const moment of [
    '11-20 12:00',
    '11-20 14:00',
    '11-20 17:31',
    '11-23 09:59',
    '11-23 10:30',
    '11-23 14:31',
    '12-01 09:00',
  ]) {
    const late = histories.flatMap((events) => {
      const [first] = events;
      const last = events.at(-1);
      if (first?.kind !== 'reported' || last?.kind === 'withdrawn') return [];
      if (last?.kind === 'archived' && last.reason === 'false-alarm') return [];
      const runs = replayDeadlines(events, community, community, at(moment)).filter(({ stage }) => stage === 'resolve');
      return runs.some(({ today }) => today.lateMinutes !== null) ? [first.by] : [];
    });
    const [row] = await opened.store.figures.rates(year, 'all', at(moment), community);
    expect((row?.onTime.of ?? 0) - (row?.onTime.count ?? 0)).toBe(late.length);
  }
});

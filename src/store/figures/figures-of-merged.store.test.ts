import { aContext, aReport, aTicketCommunity, qian, reported, zhao } from '../../../test/support/a-ticket';
import { openLives } from '../../../test/support/keep-life';
import type { OpenedStore } from '../../../test/support/open-store';
import { replayDeadlines } from '../../domain/figures/replay-deadlines';
import type { TicketEvent } from '../../domain/ticket/ticket-event';

const community = aTicketCommunity();

/** A clock time of Friday 20 November 2026 in Shanghai. */
const at = (time: string): string => new Date(`2026-11-20T${time}:00+08:00`).toISOString();
const year = { from: '2026-01-01T00:00:00.000Z', to: '2027-01-01T00:00:00.000Z' };

const begun = (time: string, by = zhao): readonly TicketEvent[] => {
  const [first] = reported(aReport({ by, role: by === zhao ? 'rider' : 'resident' }), aContext(at(time))).events;
  if (!first) throw new Error('a history begins with its report');
  return [first, { kind: 'dispatched', at: at(time), desk: 'grid-2', handlers: ['wang'] }];
};

const by = (time: string) => ({ at: at(time), by: 'wang' });
const merged = (time: string): TicketEvent => ({ ...by(time), kind: 'merged', into: 't1', number: 101 });
const apart = (time: string, back: 'dispatched' | 'claimed' | 'waiting'): TicketEvent => ({
  ...by(time),
  kind: 'unmerged',
  from: 't1',
  number: 101,
  back,
  unfollowed: [],
});
const claimed = (time: string): TicketEvent => ({ ...by(time), kind: 'claimed' });
const absorbed: TicketEvent = {
  ...by('10:20'),
  kind: 'absorbed',
  ticket: 't2',
  number: 102,
  reporters: [{ person: 'qian', role: 'resident', group: null, at: at('10:10'), kind: 'reporter' }],
  words: [],
  photos: [],
  followers: [],
};

/** A day's matter is to be claimed within 60 working minutes; lunch is from 12:00 to 13:30. */
const histories: readonly (readonly TicketEvent[])[] = [
  // 1: claimed in time, another one merged into it.
  [...begun('10:00'), claimed('10:05'), absorbed],
  // 2: merged into it, and so counted there; its reporter is a complainant all the same.
  [...begun('10:10', qian), merged('10:20')],
  // 3: merged from 9:40 to 11:00, claimed after ten and twenty minutes of its own: in time.
  [...begun('09:30'), merged('09:40'), apart('11:00', 'dispatched'), claimed('11:20')],
  // 4: the same without a merge is late. 5: and so is the merged one that has used up its hour since.
  [...begun('09:30'), claimed('11:20')],
  [...begun('09:30'), merged('09:40'), apart('10:00', 'dispatched'), claimed('11:20')],
  // 6: it waited, was merged and taken apart, and waits on.
  [
    ...begun('09:30'),
    claimed('09:40'),
    { ...by('09:50'), kind: 'waiting-began', until: at('13:30'), words: 'w' },
    merged('10:00'),
    apart('11:00', 'waiting'),
  ],
  // 7: apart again, nobody has claimed it, with forty minutes used.
  [...begun('10:00'), merged('10:30'), apart('11:10', 'dispatched')],
];

let opened: OpenedStore;
beforeAll(async () => {
  opened = await openLives(histories);
});
afterAll(() => opened.close());

const counted = async (time: string) => (await opened.store.figures.rates(year, 'all', at(time), community))[0];

test('what is merged is counted once, and the time in a merge is nobody’s delay', async () => {
  expect(await counted('11:20')).toMatchObject({ tickets: 6, response: { count: 3, of: 5 } });
  expect(await opened.store.figures.complaints(year, community)).toEqual([
    { month: '2026-11', residents: 1, riders: 6, others: 0 },
  ]);
  expect(await opened.store.figures.standing(at('00:00'), at('11:20'), community)).toMatchObject({ fresh: 6, open: 6 });
});

test('an hour of its own later, the one that nobody claimed is late', async () => {
  // Thirty minutes before the merge, thirty from 11:10 on.
  expect((await counted('11:40'))?.response).toEqual({ count: 3, of: 5 });
  expect((await counted('11:41'))?.response).toEqual({ count: 3, of: 6 });
});

test('the database and the domain judge alike', async () => {
  for (const time of ['11:20', '11:39', '11:41', '15:00', '17:30']) {
    const runs = histories.map((events) => replayDeadlines(events, community, community, at(time)));
    const isMerged = (index: number): boolean => histories[index]?.at(-1)?.kind === 'merged';
    const late = (stage: 'claim' | 'resolve'): number =>
      runs.filter(
        (own, index) => !isMerged(index) && own.some((run) => run.stage === stage && run.today.lateMinutes !== null),
      ).length;
    const row = await counted(time);
    expect([time, (row?.response.of ?? 0) - (row?.response.count ?? 0)]).toEqual([time, late('claim')]);
    expect([time, (row?.onTime.of ?? 0) - (row?.onTime.count ?? 0)]).toEqual([time, late('resolve')]);
  }
});

import { aCommunity } from '../../../test/support/a-community';
import { aTicketRef } from '../../../test/support/a-commit';
import { noWakeUps } from '../../../test/support/a-delivery';
import { claimed, clock, reported, type Life } from '../../../test/support/a-ticket';
import type { Community, DutyChange } from '../../domain/community/community';
import { createCatchUp } from './catch-up';
import type { OutboxDraft } from '../ports';

const groups = [{ id: 'staff-group', title: '工作群', purpose: 'staff', area: 'home' }] as const;

type LateTicket = readonly [life: Life, since: string];

/** Drafts that a report of these late tickets comes to, and what staff count as told of afterwards. */
const reportOf = async (
  late: readonly LateTicket[],
  now: string,
  { community = aCommunity({ groups }), known = false }: { community?: Community; known?: boolean } = {},
) => {
  const drafts: OutboxDraft[] = [];
  const told: string[] = [];
  const refs = late.map(([{ ticket }, since]) => ({
    ref: aTicketRef({ id: ticket.id, number: ticket.number }),
    since,
  }));
  const catchUp = createCatchUp({
    clock: { now: () => new Date(now) },
    communities: { current: () => Promise.resolve(community) },
    chats: { privateChats: (person) => Promise.resolve([{ id: `private-${person}` }]) },
    matters: {
      late: () => Promise.resolve(refs),
      lateTold: (last) => {
        told.push(last);
        return Promise.resolve();
      },
      loadMany: (ids) =>
        Promise.resolve(
          late
            .filter(([{ ticket }]) => ids.includes(ticket.id))
            .map(([{ ticket }]) => ({
              ref: aTicketRef({ id: ticket.id, number: ticket.number }),
              version: 1,
              state: ticket,
            })),
        ),
    },
    outbox: {
      add: (added) => {
        drafts.push(...added);
        return Promise.resolve(
          known ? [] : added.map(({ effect, chat }) => ({ id: effect, chat, urgency: 'ordinary' as const })),
        );
      },
      counts: () => Promise.resolve({ undelivered: 3, doubles: 0, givenUp: 2 }),
    },
    wakeUps: noWakeUps,
  });
  await catchUp();
  return { drafts, told };
};

const of = (life: Life, id: string, number: number): Life => ({ ...life, ticket: { ...life.ticket, id, number } });
const waiting = of(reported(), 't1', 101);
const taken = of(claimed(), 't2', 102);
const late: readonly LateTicket[] = [
  [waiting, clock('08:30')],
  [taken, clock('08:50')],
];

test('after an outage the staff group gets one report: since when, how many, and which still want somebody', async () => {
  const { drafts, told } = await reportOf(late, clock('15:00'));
  expect(drafts).toEqual([
    {
      effect: 'caught-up/2026-11-20T07/staff-group',
      chat: 'staff-group',
      person: null,
      matter: null,
      matterVersion: 0,
      say: {
        to: { chat: 'staff-group' },
        key: 'caught-up',
        urgency: 'ordinary',
        wording: 'help.caught-up',
        params: {
          from: clock('08:30'),
          count: 2,
          needs: [{ need: 'unclaimed', count: 1, numbers: [101] }],
          undelivered: 2,
        },
      },
    },
  ]);
  expect(told).toEqual([clock('08:50')]);
});

test('whoever has it is late as well once its own time is over', async () => {
  const [draft] = (await reportOf(late, clock('15:00', 5))).drafts;
  expect(draft?.say).toMatchObject({
    params: {
      needs: [
        { need: 'unclaimed', numbers: [101] },
        { need: 'overdue', numbers: [102] },
      ],
    },
  });
});

test('of very many only some are named, and all are counted', async () => {
  const many = Array.from({ length: 700 }, (_, index): LateTicket => [
    of(reported(), `t${index}`, 1000 + index),
    clock('08:30'),
  ]);
  const [draft] = (await reportOf(many, clock('15:00'))).drafts;
  const numbers = Array.from({ length: 20 }, (_, index) => 1000 + index);
  expect(draft?.say).toMatchObject({ params: { count: 700, needs: [{ need: 'unclaimed', count: 700, numbers }] } });
});

test('nothing late, nothing said; and what comes within the hour of a report waits for the next', async () => {
  expect(await reportOf([], clock('15:00'))).toEqual({ drafts: [], told: [] });
  expect((await reportOf(late, clock('15:00'), { known: true })).told).toEqual([]);
});

test('at night the report is held back for the morning', async () => {
  const { drafts } = await reportOf(late, clock('23:00'));
  expect(drafts[0]?.say.holdUntil).toBe(clock('07:00', 1));
});

test('without a group it is for the directors and those on duty, and who stands in for them', async () => {
  const away: DutyChange = {
    ...{ person: 'lin', area: 'home', kind: 'absent', from: clock('08:00'), to: clock('00:00', 3) },
    ...{ substitute: 'gao', at: clock('08:00'), by: 'lin' },
  };
  const readers = async (community: Community) =>
    (await reportOf(late, clock('15:00'), { community })).drafts.map(({ chat, say }) => [chat, say.standsFor ?? null]);
  // Chen has the desk, Zhou every hour of the week in the first grid.
  expect(await readers(aCommunity())).toEqual([
    ['private-chen', null],
    ['private-zhou', null],
    ['private-lin', null],
  ]);
  expect(await readers(aCommunity({ dutyChanges: [away] }))).toEqual([
    ['private-chen', null],
    ['private-zhou', null],
    ['private-gao', 'lin'],
  ]);
});

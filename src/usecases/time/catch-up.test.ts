import { aCommunity } from '../../../test/support/a-community';
import { aTicketRef } from '../../../test/support/a-commit';
import { noWakeUps } from '../../../test/support/a-delivery';
import { createCatchUp } from './catch-up';
import type { OutboxDraft } from '../ports';

const groups = [{ id: 'staff-group', title: '工作群', purpose: 'staff', area: 'home' }] as const;

/** Drafts that a report after these late matters comes to. */
const reportOf = async (
  late: readonly (readonly [number | null, string])[],
  now = '2026-11-20T02:00:00.000Z',
): Promise<readonly OutboxDraft[]> => {
  const drafts: OutboxDraft[] = [];
  const catchUp = createCatchUp({
    clock: { now: () => new Date(now) },
    communities: { current: () => Promise.resolve(aCommunity({ groups })) },
    chats: { privateChats: () => Promise.resolve([]) },
    outbox: {
      add: (added) => {
        drafts.push(...added);
        return Promise.resolve([]);
      },
    },
    wakeUps: noWakeUps,
  });
  await catchUp(late.map(([number, dueAt]) => ({ matter: aTicketRef({ id: `t${number}`, number }), dueAt })));
  return drafts;
};

test('after an outage the staff group gets one report: since when, how many, which', async () => {
  const drafts = await reportOf([
    [103, '2026-11-20T01:50:00.000Z'],
    [101, '2026-11-20T00:30:00.000Z'],
    [null, '2026-11-19T00:30:00.000Z'],
    [104, '2026-11-20T01:59:00.000Z'],
  ]);
  expect(drafts).toEqual([
    {
      effect: 'caught-up/2026-11-20T02/staff-group',
      chat: 'staff-group',
      person: null,
      matter: null,
      matterVersion: 0,
      say: {
        to: { chat: 'staff-group' },
        key: 'caught-up',
        urgency: 'ordinary',
        wording: 'help.caught-up',
        params: { from: '2026-11-20T00:30:00.000Z', count: 2, numbers: [101, 103] },
      },
    },
  ]);
});

test('what was a few minutes late is no outage', async () => {
  expect(await reportOf([[101, '2026-11-20T01:56:00.000Z']])).toEqual([]);
});

test('at night the report is held back for the morning', async () => {
  const [draft] = await reportOf([[101, '2026-11-20T10:00:00.000Z']], '2026-11-20T15:00:00.000Z');
  expect(draft?.say.holdUntil).toBe('2026-11-20T23:00:00.000Z');
});

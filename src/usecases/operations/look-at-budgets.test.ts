import { fakePlatform } from '../../../test/support/fake-platform';
import type { ChatRecord } from '../ports';
import { lookAtBudgets } from './look-at-budgets';

const now = new Date('2026-11-20T02:00:00.000Z');
const chat = (id: string, kind: ChatRecord['kind']): ChatRecord => ({
  ...{ id, kind, title: id, nativeId: id, platform: 'fake', account: 'bot' },
  ...{ purpose: null, area: null, person: null, state: 'active' },
});
const chats = new Map([chat('riders', 'group'), chat('wang', 'private')].map((each) => [each.id, each]));
const can = { ...fakePlatform().capabilities, perSecond: 30, perChatPerSecond: 1, perGroupPerMinute: 20 };

const look = (sent: readonly { chat: string; agoMs: number; messages: number }[]) =>
  lookAtBudgets({
    outbox: {
      sentSince: () =>
        Promise.resolve(
          sent.map(({ chat: id, agoMs, messages }) => ({
            chat: id,
            at: new Date(now.getTime() - agoMs),
            messages,
          })),
        ),
    },
    chats: { byId: (id) => Promise.resolve(chats.get(id) ?? null) },
    platforms: new Map([['fake', { capabilities: can }]]),
    machine: { now: () => now },
  });

test('an account, a group and a chat: what is used, what is left, and what is kept for emergencies', async () => {
  const found = await look([
    { chat: 'riders', agoMs: 500, messages: 3 },
    { chat: 'riders', agoMs: 40_000, messages: 12 },
    { chat: 'wang', agoMs: 2_000, messages: 1 },
    { chat: 'nobody knows it', agoMs: 100, messages: 7 },
  ]);
  const shown = found.map(({ chat: of, limit, seconds, used, left, reserve, inLastMinute }) => [
    ...[of?.id ?? 'account', limit, seconds, used, left, reserve, inLastMinute],
  ]);
  expect(shown).toEqual([
    ['account', 30, 1, 3, 7, 20, 16],
    ['riders', 3, 3, 3, 0, 1, 15],
    ['riders', 20, 60, 15, 1, 4, 15],
    ['wang', 3, 3, 1, 1, 1, 1],
  ]);
});

test('what emergencies took beyond the rest leaves nothing, and never less', async () => {
  const [account] = await look([{ chat: 'riders', agoMs: 500, messages: 25 }]);
  expect(account).toMatchObject({ used: 25, left: 0 });
});

test('nothing was sent: nothing is listed', async () => {
  expect(await look([])).toEqual([]);
});

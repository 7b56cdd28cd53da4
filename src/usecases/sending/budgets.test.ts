import { createBudgets } from './budgets';
import type { Capabilities, ChatRecord } from '../ports';

const can: Capabilities = {
  buttons: true,
  edits: true,
  removes: true,
  redacts: true,
  maxText: 4096,
  perSecond: 30,
  perChatPerSecond: 1,
  perGroupPerMinute: 20,
};

const chat = (id: string, kind: ChatRecord['kind'] = 'private'): ChatRecord => ({
  id,
  platform: 'fake',
  account: 'bot',
  nativeId: id,
  kind,
  title: id,
  purpose: null,
  area: null,
  person: null,
  state: 'active',
});

const at = (ms: number): Date => new Date(1_000_000 + ms);

/** Milliseconds at which so many messages in a row go out, looking again when told. */
const moments = (where: ChatRecord, count: number, critical: boolean, cost = 1): readonly number[] => {
  const budgets = createBudgets();
  let now = 0;
  return Array.from({ length: count }, () => {
    for (let wait = 1; wait > 0; now += wait) wait = budgets.wait(where, can, cost, critical, at(now));
    budgets.spend(where, can, cost, at(now));
    return now;
  });
};

test('a chat takes two ordinary messages at once, then as many in three seconds; a critical one still fits', () => {
  expect(moments(chat('a'), 5, false)).toEqual([0, 0, 3000, 3000, 6000]);
  expect(moments(chat('a'), 4, true)).toEqual([0, 0, 0, 3000]);
});

test('a group gets at most 16 ordinary messages in any minute, and 20 with critical ones', () => {
  const inFirstMinute = (critical: boolean) =>
    moments(chat('g', 'group'), 40, critical).filter((moment) => moment < 60_000).length;
  expect(inFirstMinute(false)).toBe(16);
  expect(inFirstMinute(true)).toBe(20);
});

test('an account sends 10 ordinary messages a second to all its chats, and keeps twenty for an alarm', () => {
  const budgets = createBudgets();
  for (let count = 0; count < 10; count += 1) {
    expect(budgets.wait(chat(`c${count}`), can, 1, false, at(0))).toBe(0);
    budgets.spend(chat(`c${count}`), can, 1, at(0));
  }
  expect(budgets.wait(chat('next'), can, 1, false, at(0))).toBe(1000);
  for (let count = 0; count < 20; count += 1) {
    expect(budgets.wait(chat(`d${count}`), can, 1, true, at(0))).toBe(0);
    budgets.spend(chat(`d${count}`), can, 1, at(0));
  }
  expect(budgets.wait(chat('one more'), can, 1, true, at(0))).toBe(1000);
});

test('those who wait for one account come back one after the other', () => {
  const budgets = createBudgets();
  for (let count = 0; count < 10; count += 1) budgets.spend(chat(`c${count}`), can, 1, at(0));
  const waits = [1, 2, 3].map((count) => budgets.wait(chat(`n${count}`), can, 1, false, at(0)));
  expect(waits).toEqual([1000, 1100, 1200]);
  for (let count = 0; count < 400; count += 1)
    expect(budgets.wait(chat(`m${count}`), can, 1, false, at(0))).toBeLessThanOrEqual(30_000);
});

test('each photo of an album counts; one larger than the budget goes alone', () => {
  expect(moments(chat('a'), 3, false, 5)).toEqual([0, 3000, 6000]);
});

test('a chat that was told to wait waits, the others do not', () => {
  const budgets = createBudgets();
  budgets.block(chat('a'), at(700));
  expect(budgets.wait(chat('a'), can, 1, true, at(0))).toBe(700);
  expect(budgets.wait(chat('b'), can, 1, false, at(0))).toBe(0);
  expect(budgets.wait(chat('a'), can, 1, false, at(700))).toBe(0);
});

test('a platform without limits never waits', () => {
  const free = { ...can, perSecond: Infinity, perChatPerSecond: Infinity, perGroupPerMinute: Infinity };
  const budgets = createBudgets();
  for (let count = 0; count < 100; count += 1) budgets.spend(chat('g', 'group'), free, 1, at(0));
  expect(budgets.wait(chat('g', 'group'), free, 1, false, at(0))).toBe(0);
});

test('little is left of a group when twelve went within a minute, and until the first of them is a minute ago', () => {
  const budgets = createBudgets();
  const group = chat('busy', 'group');
  for (let count = 0; count < 12; count += 1) {
    expect(budgets.low(group, can, at(count * 1000))).toBe(0);
    budgets.spend(group, can, 1, at(count * 1000));
  }
  expect(budgets.low(group, can, at(12_000))).toBe(48_000);
  expect(budgets.low(group, can, at(60_000))).toBe(0);
  expect(budgets.low(chat('private'), can, at(12_000))).toBe(0);
});

import { aCommunity } from '../../../test/support/a-community';
import { beginTalkDay, foldTalkDay, talkDayDue, tickTalkDay, type TalkDay } from './talk-day';
import type { Loop } from './loop';

const loop: Loop = {
  ...{ id: 'talk', zh: '周二说事', en: 'Talk', weekday: 2, at: '19:00', group: 'residents' },
  steps: [{ id: 'ask', zh: '问', en: 'ask', days: 1, needs: 'words', who: ['staff'], asksProposer: false }],
};
const community = aCommunity({
  loops: [loop],
  groups: [
    { id: 'residents', title: '居民群', purpose: 'residents', area: 'home' },
    { id: 'staff', title: '工作群', purpose: 'staff', area: 'home' },
  ],
});
// A Friday; the eve of the next talk is Monday the 23rd, 19:00 in Shanghai.
const begun = foldTalkDay(null, [beginTalkDay('talk', '2026-11-20T01:00:00.000Z', community)]);
if (!begun) throw new Error('no day');
const after = (day: TalkDay, now: string): TalkDay => foldTalkDay(day, tickTalkDay(day, now, community).events) ?? day;

test('falls due on the eve, at the hour of the talk, and not in the quiet hours', () => {
  expect(talkDayDue(begun, community)).toBe('2026-11-23T11:00:00.000Z');
  const late = { ...community, loops: [{ ...loop, at: '22:00' }] };
  expect(talkDayDue(begun, late)).toBe('2026-11-23T23:00:00.000Z');
});

test('tells the groups of its purpose once a week, and no others', () => {
  const told = tickTalkDay(begun, '2026-11-23T11:00:00.000Z', community);
  expect(told.says.map(({ to, key }) => [to, key])).toEqual([[{ chat: 'residents' }, 'talk-day.2026-11-24']]);
  const next = after(begun, '2026-11-23T11:00:00.000Z');
  expect(tickTalkDay(next, '2026-11-24T00:00:00.000Z', community).events).toEqual([]);
  expect(talkDayDue(next, community)).toBe('2026-11-30T11:00:00.000Z');
});

test('says nothing of days that went by while nothing ran', () => {
  const missed = tickTalkDay(begun, '2026-12-03T01:00:00.000Z', community);
  expect(missed.events.map(({ kind }) => kind)).toEqual(['missed', 'missed']);
  expect(missed.says).toEqual([]);
});

test('is never due once the pack has its loop no more', () => {
  expect(talkDayDue(begun, { ...community, loops: [] })).toBeNull();
});

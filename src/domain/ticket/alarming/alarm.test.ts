import {
  aContext,
  aReport,
  aTicketCommunity,
  chen,
  clock,
  he,
  heardBy,
  li,
  qian,
  reported,
  ticked,
  told,
  wang,
  zhao,
  type Life,
} from '../../../../test/support/a-ticket';
import { aPerson } from '../../../../test/support/a-community';
import { nextDue } from '../clocks/schedule-ticket';
import { alarmPauseMinutes } from './alarm-pause';

const community = aTicketCommunity();
const fire = aReport({ category: 'fire' });
const medical = aReport({ category: 'medical' });

const at = (time: string) => aContext(clock(time));
const privately = (life: Life): readonly string[] =>
  life.last.says.flatMap((say) =>
    'person' in say.to && say.card === undefined && say.wording === 'ticket.alarm' ? [say.to.person] : [],
  );

test('a danger is dispatched and alarmed at once; the reporter and the group hear the number to ring', () => {
  const { last } = reported(fire);
  expect(heardBy(last.says)).toEqual([
    'chen ticket.alarm',
    'staff-group ticket.alarm',
    'zhao ticket.alarm-reporter',
    'riders ticket.alarm-reporter',
  ]);
  expect(last.says.every(({ urgency, holdUntil }) => urgency === 'critical' && holdUntil === undefined)).toBe(true);
  expect(last.says[0]).toMatchObject({
    key: 'alarm.1.1',
    choices: ['take-charge', 'more-hands', 'false-alarm'],
    photos: ['p1'],
    params: { again: false, emergencyNumber: '119', count: 1, minutes: 3, words: ['w1'] },
  });
});

test('a danger that is never shown in groups is said in none, not even in the staff’s', () => {
  let life = reported(medical);
  for (let round = 0; round < 6; round += 1) life = ticked(life, aContext(nextDue(life.ticket, community) ?? ''));
  life = told(life, { kind: 'take-charge', by: wang }, at('11:00'));
  life = told(life, { kind: 'more-hands', by: wang }, at('11:01'));
  life = told(life, { kind: 'resolve', by: wang, words: 'w2', photos: [] }, at('11:10'));
  expect(life.says.filter((say) => 'chat' in say.to)).toEqual([]);
});

test('again after 3, 3, 5 and 10 minutes, then 15, 20, 30 and every 30, wider each round; the street office at 15 minutes', () => {
  let life = reported(fire);
  const rounds: (readonly [string, readonly string[]])[] = [];
  for (let round = 0; round < 10; round += 1) {
    const due = nextDue(life.ticket, community) ?? '';
    life = ticked(life, aContext(due));
    rounds.push([due, privately(life)]);
  }
  expect(rounds).toEqual([
    [clock('10:03'), ['chen', 'wang', 'he']],
    [clock('10:06'), ['chen', 'wang', 'he', 'lin']],
    [clock('10:11'), ['chen', 'wang', 'he', 'lin']],
    [clock('10:15'), ['gao']],
    [clock('10:21'), ['chen', 'wang', 'he', 'lin', 'gao']],
    [clock('10:36'), ['chen', 'wang', 'he', 'lin', 'gao']],
    [clock('10:56'), ['chen', 'wang', 'he', 'lin', 'gao']],
    [clock('11:26'), ['chen', 'wang', 'he', 'lin', 'gao']],
    [clock('11:56'), ['chen', 'wang', 'he', 'lin', 'gao']],
    [clock('12:26'), ['chen', 'wang', 'he', 'lin', 'gao']],
  ]);
});

test('nobody on duty: all community staff and the level above, at once', () => {
  const context = aContext(clock('22:30'), { community: aTicketCommunity({ duty: [] }) });
  expect(privately(reported(fire, context))).toEqual(['chen', 'lin', 'gao']);
});

test('where nobody knows the place, the second round calls every grid', () => {
  const nowhere = reported(aReport({ category: 'fire', place: { area: null, words: null } }));
  expect(privately(ticked(nowhere, at('10:03')))).toEqual(['chen', 'zhou', 'wang', 'li', 'he']);
});

test('“我负责” stops the alarm, and everyone alarmed hears who has it; the second is told who was first', () => {
  const taken = told(ticked(reported(fire), at('10:03')), { kind: 'take-charge', by: wang }, at('10:04'));
  expect(heardBy(taken.last.says)).toEqual([
    'chen ticket.in-charge',
    'wang ticket.in-charge',
    'he ticket.in-charge',
    'staff-group ticket.in-charge',
    'zhao ticket.state',
  ]);
  expect(ticked(taken, at('10:30')).last.events.filter(({ kind }) => kind === 'alarmed')).toEqual([]);
  expect(told(taken, { kind: 'take-charge', by: he }, at('10:05')).refusal).toEqual({
    kind: 'already-claimed',
    owner: 'wang',
    at: clock('10:04'),
  });
  expect(told(reported(fire), { kind: 'take-charge', by: zhao }, at('10:01')).refusal).toEqual({
    kind: 'role',
    verb: '我负责',
  });
});

test('who has it, and says so again, hears that it is theirs, and not that they need not care', () => {
  const taken = told(reported(fire), { kind: 'take-charge', by: wang }, at('10:01'));
  expect(heardBy(told(taken, { kind: 'take-charge', by: wang }, at('10:02')).last.says)).toEqual([
    'wang ticket.claimed',
  ]);
});

test('“接” on a danger is “我负责”', () => {
  expect(told(reported(fire), { kind: 'claim', by: wang }, at('10:01')).last.events).toEqual([
    { kind: 'took-charge', at: clock('10:01'), by: 'wang' },
  ]);
});

test('a pack that ends at five minutes goes on with ten', () => {
  const quick = { ...community, policy: { ...community.policy, alarmMinutes: [2, 5] as [number, number] } };
  expect([1, 2, 3, 4, 5, 6, 7].map((round) => alarmPauseMinutes(round, quick))).toEqual([2, 5, 10, 15, 20, 30, 30]);
});

test('a false alarm ends it with its reason; everyone called hears that, the reporter in words of his own', () => {
  const over = told(reported(fire), { kind: 'false-alarm', by: chen, words: null }, at('10:02'));
  expect(heardBy(over.last.says)).toEqual([
    'chen ticket.stood-down',
    'staff-group ticket.stood-down',
    'zhao ticket.stood-down-reporter',
  ]);
  expect([over.ticket.phase, over.ticket.closedFor, nextDue(over.ticket, community)]).toEqual([
    'archived',
    'false-alarm',
    null,
  ]);
});

test('while nobody has it, one who was not called ends nothing; in doubt, the one on duty who was shown it may', () => {
  for (const command of [
    { kind: 'false-alarm', by: li, words: 'w2' },
    { kind: 'resolve', by: li, words: 'w2', photos: [] },
  ] as const) {
    const refused = told(reported(fire), command, at('10:02'));
    expect(refused.refusal?.kind).toBe('role');
    expect(nextDue(refused.ticket, community)).toBe(clock('10:03'));
  }
  const called = ticked(reported(fire), at('10:03'));
  expect(told(called, { kind: 'false-alarm', by: wang, words: null }, at('10:04')).ticket.phase).toBe('archived');
  const doubted = reported(
    aReport({ category: 'fire', place: { area: 'b1', words: null }, doubt: { otherwise: null } }),
  );
  const zhou = aPerson('zhou', ['grid-worker@grid-1']);
  expect(told(doubted, { kind: 'false-alarm', by: li, words: null }, at('10:01')).refusal?.kind).toBe('role');
  expect(told(doubted, { kind: 'false-alarm', by: zhou, words: null }, at('10:01')).ticket.phase).toBe('archived');
});

test('once somebody has it, only that person or a leader calls it a false alarm', () => {
  const taken = told(reported(fire), { kind: 'take-charge', by: wang }, at('10:01'));
  expect(told(taken, { kind: 'false-alarm', by: li, words: null }, at('10:02')).refusal?.kind).toBe('already-claimed');
  expect(told(taken, { kind: 'false-alarm', by: he, words: null }, at('10:02')).ticket.phase).toBe('archived');
});

test('“加人” calls those of the place; they hear how it ends, as everyone alarmed does', () => {
  const taken = told(reported(fire), { kind: 'take-charge', by: chen }, at('10:01'));
  const more = told(taken, { kind: 'more-hands', by: chen }, at('10:02'));
  expect(heardBy(more.last.says)).toEqual([
    'wang ticket.more-hands',
    'he ticket.more-hands',
    'chen ticket.more-hands-asked',
  ]);
  const over = told(more, { kind: 'resolve', by: chen, words: 'w2', photos: [] }, at('10:30'));
  expect(heardBy(over.last.says).filter((line) => line.endsWith('stood-down'))).toEqual([
    'chen ticket.stood-down',
    'wang ticket.stood-down',
    'he ticket.stood-down',
    'staff-group ticket.stood-down',
  ]);
});

test('“加人” by a colleague: the owner and the colleague hear how many were called, not the call', () => {
  const taken = told(reported(fire), { kind: 'take-charge', by: chen }, at('10:01'));
  const { says } = told(taken, { kind: 'more-hands', by: wang }, at('10:02')).last;
  expect(heardBy(says)).toEqual([
    'he ticket.more-hands',
    'wang ticket.more-hands-asked',
    'chen ticket.more-hands-asked',
  ]);
  expect(says.at(-1)).toMatchObject({ params: { by: 'wang', owner: 'chen', count: 1 } });
});

test('“加人” while nobody has it names nobody as in charge, and asks those called to take it', () => {
  const { says } = told(reported(fire), { kind: 'more-hands', by: wang }, at('10:02')).last;
  expect(heardBy(says)).toEqual(['chen ticket.more-hands', 'he ticket.more-hands', 'wang ticket.more-hands-asked']);
  expect(says[0]).toMatchObject({ params: { owner: null }, choices: ['take-charge'] });
});

test('text 7 asks where only when no building or place is known', () => {
  const asked = (area: string | null) =>
    reported(aReport({ category: 'medical', place: { area, words: null } })).says.find(
      (say) => say.card === undefined && say.wording === 'ticket.alarm-reporter',
    );
  expect(asked(null)).toMatchObject({ params: { place: null } });
  expect(asked('grid-2')).toMatchObject({ params: { place: null } });
  expect(asked('b6')).toMatchObject({ params: { place: { area: 'b6', words: null } } });
});

test.each([
  { kind: 'withdraw', by: zhao } as const,
  { kind: 'decline', by: wang, why: 'not-ours', words: 'w2' } as const,
  { kind: 'hand-over', by: he, to: li, words: 'w2' } as const,
])('a danger nobody has taken charge of is not ended by: $kind', (command) => {
  const life = told(reported(fire), command, at('10:02'));
  expect(life.refusal).not.toBeNull();
  expect(nextDue(life.ticket, community)).toBe(clock('10:03'));
});

test('the reporter says where it is: those alarmed hear it, and once somebody has it, that person', () => {
  const nowhere = reported(aReport({ category: 'medical', place: { area: null, words: null } }));
  const place = { kind: 'place', by: zhao, place: { area: 'b6', words: 'w3' } } as const;
  const placed = told(nowhere, place, at('10:01'));
  expect(privately(placed)).toEqual(['chen', 'zhou']);
  expect(placed.last.says.find((say) => 'person' in say.to && say.to.person === 'chen')).toMatchObject({
    urgency: 'critical',
    params: { again: true, place: { area: 'b6', words: 'w3' } },
  });
  const taken = told(nowhere, { kind: 'take-charge', by: li }, at('10:01'));
  expect(privately(told(taken, place, at('10:02')))).toEqual(['li']);
});

test('a second report of the same danger hears the number to ring, and whoever has it hears of it', () => {
  const taken = told(reported(fire), { kind: 'take-charge', by: wang }, at('10:01'));
  const join = {
    kind: 'join',
    by: qian,
    role: 'resident',
    group: 'riders',
    as: 'reporter',
    words: ['w5'],
    photos: [],
  } as const;
  const joined = told(taken, join, at('10:02'));
  expect(heardBy(joined.last.says)).toEqual(['qian ticket.alarm-reporter', 'wang edit:handler', 'wang ticket.alarm']);
  expect(joined.last.says.at(-1)).toMatchObject({ params: { words: ['w5'] } });
});

test('staff see that it is a danger: alarmed then, street office 15 minutes after that, and the reporter hears the number', () => {
  const unsure = reported(aReport({ category: null, options: ['parking', 'fire'] }));
  const seen = told(unsure, { kind: 'categorise', by: chen, category: 'fire' }, at('10:25'));
  expect(heardBy(seen.last.says)).toEqual([
    'chen ticket.categorised',
    'zhao ticket.alarm-reporter',
    'riders ticket.alarm-reporter',
    'chen ticket.alarm',
    'staff-group ticket.alarm',
  ]);
  expect(nextDue(seen.ticket, community)).toBe(clock('10:28'));
  expect(privately(ticked(seen, at('10:28')))).not.toContain('gao');
});

test('an outage in mid-alarm: one round more, now, and the next three minutes after it', () => {
  const late = ticked(reported(fire), aContext(clock('13:00')));
  expect(late.last.events.filter(({ kind }) => kind === 'alarmed')).toEqual([
    { kind: 'alarmed', at: clock('13:00'), round: 2, to: ['chen', 'wang', 'he'] },
    { kind: 'alarmed', at: clock('13:00'), round: 2, to: ['gao'] },
  ]);
  expect(nextDue(late.ticket, community)).toBe(clock('13:03'));
});

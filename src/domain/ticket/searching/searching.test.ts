import {
  aContext,
  aReport,
  aTicketCommunity,
  chen,
  clock,
  gao,
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
import type { Community } from '../../community/community';
import type { Say } from '../../decision';
import type { TicketContext } from '../ticket-context';
import { nextDue } from '../clocks/schedule-ticket';

const community: Community = aTicketCommunity({
  groups: [
    { id: 'riders', title: '骑手群', purpose: 'riders', area: 'home' },
    { id: 'volunteers-1', title: '一网格志愿者群', purpose: 'volunteers', area: 'grid-1' },
    { id: 'volunteers-2', title: '二网格志愿者群', purpose: 'volunteers', area: 'grid-2' },
    { id: 'staff-group', title: '工作群', purpose: 'staff', area: 'home' },
    { id: 'residents', title: '居民群', purpose: 'residents', area: 'home' },
  ],
});
const near = aPerson('near', ['volunteer@home'], { building: 'b5' });
const far = aPerson('far', ['volunteer@home'], { building: 'b1' });
const courier = aPerson('courier', ['rider@home'], { building: 'b1' });

const at = (time: string, given: Partial<TicketContext> = {}): TicketContext =>
  aContext(clock(time), { community, helpers: [near, far, courier], ...given });
const nowhere = { area: null, words: null };
const lead = (by = zhao, given: { words?: string[]; photos?: string[]; group?: string | null } = {}) =>
  ({ by, place: nowhere, words: [], photos: [], group: null, ...given }) as const;
const looks = { words: 'w-looks', photos: ['p-face'], lostAt: null } as const;

/** Missed by her daughter, taken by Wang, a grid worker. */
const missed = (): Life =>
  told(
    reported(aReport({ category: 'lost', by: qian, role: 'resident', group: null, missing: true }), at('10:00')),
    { kind: 'take-charge', by: wang },
    at('10:02'),
  );
const described = (by = wang, life = missed()): Life => told(life, { kind: 'search', by, ...looks }, at('10:05'));
const called = (): Life => described(chen);
const chatsOf = (says: readonly Say[], wording: string): readonly string[] =>
  says.flatMap((say) =>
    say.card === undefined && say.wording === wording ? ['chat' in say.to ? say.to.chat : say.to.person] : [],
  );
const runTo = (start: Life, time: string): Life => {
  let life = start;
  for (let due = nextDue(life.ticket, community); due !== null && due <= clock(time);) {
    life = ticked(life, aContext(due, { community }));
    due = nextDue(life.ticket, community);
  }
  return life;
};

test('who takes charge of somebody missed is told how the search begins; of somebody found they are not', () => {
  expect(heardBy(missed().last.says)).toContain('wang ticket.search-hint');
  const found = told(
    reported(aReport({ category: 'lost' }), at('10:00')),
    { kind: 'take-charge', by: wang },
    at('10:02'),
  );
  expect(heardBy(found.last.says)).not.toContain('wang ticket.search-hint');
});

test('a grid worker describes; nobody is called until the leader on duty agrees', () => {
  const life = described();
  expect(heardBy(life.last.says)).toEqual(['chen ticket.search-ask', 'wang ticket.search-asking']);
  const agreed = told(life, { kind: 'widen', by: chen, yes: true, circle: 1 }, at('10:06'));
  expect(chatsOf(agreed.last.says, 'ticket.search-call')).toEqual(['riders', 'volunteers-2', 'near', 'courier']);
  expect(chatsOf(agreed.last.says, 'ticket.search-asked')).toEqual(['chen', 'wang']);
});

test('who leads those on duty, or is linked as the family, approves by describing', () => {
  expect(chatsOf(called().last.says, 'ticket.search-call')).toEqual(['riders', 'volunteers-2', 'near', 'courier']);
  const linked = told(missed(), { kind: 'link-family', by: wang, person: 'qian', words: 'w-son' }, at('10:04'));
  expect(chatsOf(described(qian, linked).last.says, 'ticket.search-call')).toContain('riders');
});

test.each([
  ['a neighbour', zhao],
  ['who reported and is not linked', qian],
  ['a colleague who has not charge of it', li],
])('%s does not say how somebody is called for', (_who, by) => {
  expect(described(by).refusal).toEqual({ kind: 'role', verb: '找人' });
});

test('circle by circle: the neighbouring grids, then the residents, then nobody is left', () => {
  const widen = (life: Life, time: string): Life =>
    told(life, { kind: 'widen', by: chen, yes: true, circle: null }, at(time));
  const second = widen(called(), '10:20');
  expect(chatsOf(second.last.says, 'ticket.search-call')).toEqual(['volunteers-1', 'staff-group', 'far']);
  const third = widen(second, '10:40');
  expect(chatsOf(third.last.says, 'ticket.search-call')).toEqual(['residents']);
  expect(widen(third, '11:00').refusal).toEqual({ kind: 'search', why: 'all-asked' });
});

test('described anew, whoever was asked is asked again with it, before anybody else', () => {
  const again = told(called(), { kind: 'search', by: chen, words: 'w-better', photos: [], lostAt: null }, at('10:10'));
  expect(chatsOf(again.last.says, 'ticket.search-call')).toEqual(['riders', 'volunteers-2', 'near', 'courier']);
  const calls = again.says.filter((say) => say.card === undefined && say.wording === 'ticket.search-call');
  expect(new Set(calls.map(({ key }) => key)).size).toBe(2);
});

test('the second answer to one question calls nobody twice; a no holds it until somebody asks anew', () => {
  const asked = told(described(), { kind: 'widen', by: chen, yes: true, circle: 1 }, at('10:06'));
  expect(told(asked, { kind: 'widen', by: he, yes: true, circle: 1 }, at('10:07')).refusal).toEqual({
    kind: 'search',
    why: 'answered',
  });
  const held = told(described(), { kind: 'widen', by: chen, yes: false, circle: 1 }, at('10:06'));
  expect(heardBy(held.last.says)).toEqual(['chen ticket.search-held', 'wang ticket.search-held']);
  expect(told(held, { kind: 'widen', by: he, yes: true, circle: 1 }, at('10:07')).refusal).toEqual({
    kind: 'search',
    why: 'answered',
  });
  expect(told(held, { kind: 'widen', by: zhao, yes: true, circle: null }, at('10:07')).refusal).toEqual({
    kind: 'role',
    verb: '扩大',
  });
});

test('nothing can be widened before somebody said whom to look for', () => {
  expect(told(missed(), { kind: 'widen', by: chen, yes: true, circle: null }, at('10:06')).refusal).toEqual({
    kind: 'search',
    why: 'not-described',
  });
});

test('an unanswered question comes again, a little later each time; then the family is left in peace', () => {
  const life = runTo(described(), '12:30');
  const asks = life.events.filter(({ kind }) => kind === 'widening-asked');
  expect(asks.map((event) => event.at)).toEqual(['10:05', '10:10', '10:20', '10:40'].map((time) => clock(time)));
});

test('without a find the next circle is asked about, and called only when somebody agrees', () => {
  const life = runTo(called(), '10:26');
  expect(life.events.at(-1)).toMatchObject({ kind: 'widening-asked', circle: 2, to: ['chen'], at: clock('10:25') });
  expect(chatsOf(life.last.says, 'ticket.search-call')).toEqual([]);
});

test('leads are kept in order and shown to the team, never in a group', () => {
  const first = told(called(), { kind: 'lead', ...lead(zhao, { words: ['w-gate'], group: 'riders' }) }, at('10:10'));
  const second = told(first, { kind: 'lead', ...lead(near, { photos: ['p-seen'] }) }, at('10:12'));
  expect(heardBy(second.last.says)).toEqual(['near ticket.lead-noted', 'wang ticket.lead', 'chen ticket.lead']);
  expect(second.ticket.search?.leads.map(({ by, at: when }) => [by, when])).toEqual([
    ['zhao', clock('10:10')],
    ['near', clock('10:12')],
  ]);
  const listed = told(second, { kind: 'leads', by: li }, at('10:13')).last.says[0];
  expect(listed).toMatchObject({ to: { person: 'li' }, recallable: true });
  expect(told(second, { kind: 'leads', by: zhao }, at('10:13')).refusal).toEqual({ kind: 'role', verb: '线索' });
});

test('before anybody was called, there is no such number for a stranger', () => {
  expect(told(described(), { kind: 'lead', ...lead(zhao) }, at('10:10')).refusal).toEqual({ kind: 'not-found' });
});

test('找到了 of a searcher is for the owner to confirm; nothing is taken back before', () => {
  const said = told(
    called(),
    { kind: 'found', ...lead(zhao, { words: ['w-found'], photos: ['p-found'] }) },
    at('10:20'),
  );
  expect(heardBy(said.last.says)).toEqual(['wang ticket.find-said', 'zhao ticket.find-noted']);
  expect(said.last.recalls).toBeUndefined();
  const denied = told(said, { kind: 'deny-find', by: wang }, at('10:22'));
  expect(heardBy(denied.last.says)).toEqual(['zhao ticket.find-denied', 'wang ticket.search-goes-on']);
  expect(told(denied, { kind: 'deny-find', by: wang }, at('10:23')).refusal).toEqual({ kind: 'not-asked' });
  const confirmed = told(said, { kind: 'found', ...lead(wang) }, at('10:22'));
  expect(confirmed.ticket.resolution).toEqual({ words: 'w-found', photos: ['p-found'] });
  expect(confirmed.last.recalls).toEqual(['t1']);
  expect(told(said, { kind: 'deny-find', by: chen }, at('10:22')).refusal).toEqual({
    kind: 'search',
    why: 'owner-only',
  });
});

test('while nobody has it, a find calls for somebody who takes charge', () => {
  const unowned = reported(aReport({ category: 'lost', by: qian, group: null, missing: true }), at('10:00'));
  const said = told(described(chen, unowned), { kind: 'found', ...lead(zhao) }, at('10:20'));
  expect(heardBy(said.last.says)).toEqual(['chen ticket.find-said', 'zhao ticket.find-noted']);
  expect(told(said, { kind: 'resolve', by: chen, words: 'w', photos: [] }, at('10:21')).refusal).toEqual({
    kind: 'search',
    why: 'no-owner',
  });
});

test('while people look, only the owner ends it, and nobody sends it elsewhere', () => {
  const life = called();
  const bar = (command: Parameters<typeof told>[1]) => told(life, command, at('10:30')).refusal;
  expect(bar({ kind: 'resolve', by: chen, words: 'w', photos: [] })).toEqual({ kind: 'search', why: 'owner-only' });
  expect(bar({ kind: 'false-alarm', by: chen, words: null })).toEqual({ kind: 'search', why: 'owner-only' });
  expect(bar({ kind: 'decline', by: wang, why: 'not-ours', words: 'w' })).toEqual({ kind: 'search', why: 'running' });
  expect(bar({ kind: 'merge', by: wang, into: 't2', as: 'handler' })).toEqual({ kind: 'search', why: 'running' });
});

test.each(['resolve', 'false-alarm'] as const)(
  '%s by the owner: all who were asked hear it once, and it is taken back',
  (kind) => {
    const seen = told(called(), { kind: 'lead', ...lead(far) }, at('10:10'));
    const over =
      kind === 'resolve'
        ? told(seen, { kind, by: wang, words: 'w', photos: [] }, at('10:30'))
        : told(seen, { kind, by: wang, words: 'w' }, at('10:30'));
    expect(chatsOf(over.last.says, 'ticket.search-over')).toEqual([
      ...['riders', 'volunteers-2', 'near', 'courier', 'far', 'qian'],
    ]);
    expect(chatsOf(over.last.says, 'ticket.recall-report')).toEqual(['wang', 'chen']);
    expect(over.last.recalls).toEqual(['t1']);
    expect(over.ticket.search?.endedAt).toBe(clock('10:30'));
    expect(nextDue(over.ticket, community) ?? '').not.toBe(clock('10:25'));
    expect(told(over, { kind: 'lead', ...lead(zhao) }, at('10:31')).refusal).toEqual({ kind: 'search', why: 'over' });
  },
);

test('whoever was found wandering is taken back as well, without a word to any group', () => {
  const found = told(
    reported(aReport({ category: 'lost' }), at('10:00')),
    { kind: 'take-charge', by: wang },
    at('10:02'),
  );
  expect(found.says.filter(({ recallable }) => recallable).map(({ key }) => key)).toContain('alarm.1.1');
  const over = told(found, { kind: 'resolve', by: wang, words: 'w', photos: [] }, at('10:30'));
  expect(over.last.recalls).toEqual(['t1']);
  expect(over.last.says.filter((say) => 'chat' in say.to)).toEqual([]);
});

test('a fire is shown to nobody as somebody lost, and nothing of it is taken back', () => {
  const fire = told(
    reported(aReport({ category: 'fire' }), at('10:00')),
    { kind: 'take-charge', by: wang },
    at('10:02'),
  );
  const over = told(fire, { kind: 'resolve', by: wang, words: 'w', photos: [] }, at('10:30'));
  expect(fire.says.some(({ recallable }) => recallable)).toBe(false);
  expect(over.last.recalls).toBeUndefined();
  expect(told(fire, { kind: 'search', by: wang, ...looks }, at('10:05')).refusal).toEqual({
    kind: 'state',
    verb: '找人',
  });
});

test('the family is recorded by those who handle; an open question goes to them as well', () => {
  const link = (life: Life, by = wang, person: string | null = 'qian', words: string | null = 'w-son') =>
    told(life, { kind: 'link-family', by, person, words }, at('10:06'));
  expect(heardBy(link(described()).last.says)).toEqual([
    'wang ticket.family-linked',
    'qian ticket.family-linked-you',
    'qian ticket.search-ask',
  ]);
  expect(heardBy(link(missed(), wang, null).last.says)).toEqual(['wang ticket.family-linked']);
  expect(link(missed(), wang, null, null).refusal).toEqual({ kind: 'needs-words', verb: '联系人' });
  expect(link(missed(), qian).refusal).toEqual({ kind: 'role', verb: '联系人' });
  expect(link(missed(), li).refusal).toEqual({ kind: 'already-claimed', owner: 'wang', at: clock('10:02') });
});

test('of somebody missed it is the police who are to know: the family being linked does not stop the reminder', () => {
  const linked = told(missed(), { kind: 'link-family', by: wang, person: 'qian', words: null }, at('10:04'));
  expect(heardBy(runTo(linked, '10:16').says)).toContain('wang ticket.ring-police');
  const reachedPolice = told(missed(), { kind: 'reach', by: wang, whom: 'police' }, at('10:04'));
  expect(heardBy(runTo(reachedPolice, '10:16').says)).not.toContain('wang ticket.ring-police');
});

test('opened again and missed again: the search begins anew, with everybody', () => {
  const over = told(called(), { kind: 'resolve', by: wang, words: 'w', photos: [] }, at('10:30'));
  const open = told(over, { kind: 'answer', by: qian, answer: 'not-solved' }, at('11:00'));
  expect(open.ticket.phase).toBe('claimed');
  const again = told(open, { kind: 'search', by: gao, ...looks }, at('11:05'));
  expect(chatsOf(again.last.says, 'ticket.search-call')).toContain('riders');
  expect(again.ticket.search).toMatchObject({ circle: 1, endedAt: null, leads: [] });
});

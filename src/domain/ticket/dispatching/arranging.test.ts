import {
  aContext,
  aReport,
  aTicketCommunity,
  chen,
  claimed,
  clock,
  gao,
  he,
  heardBy,
  li,
  lin,
  reported,
  ticked,
  told,
  wang,
  zhao,
  type Life,
} from '../../../../test/support/a-ticket';
import { Policy } from '../../community/policy';
import { nextDue } from '../clocks/schedule-ticket';

const community = aTicketCommunity({ policy: Policy.parse({ dispatch: 'by-person' }) });
const at = (time: string) => aContext(clock(time), { community });
const asked = (): Life => reported(aReport(), at('10:00'));
const given = (life: Life, by: typeof chen, to: readonly string[], time = '10:05'): Life =>
  told(life, { kind: 'assign', by, to }, at(time));

test('by a person: those who approve are offered handlers, one press approves and assigns', () => {
  const life = asked();
  expect([life.ticket.phase, life.ticket.handlers]).toEqual(['reported', []]);
  expect(heardBy(life.last.says)).toEqual(['chen ticket.arrange', 'riders send:group']);
  expect(life.last.says[0]?.choices).toEqual(['assign-wang', 'assign-he', 'assign-chen']);
  const sent = given(life, chen, ['li']);
  expect([sent.ticket.phase, sent.ticket.handlers, sent.ticket.assignedBy?.by]).toEqual(['dispatched', ['li'], 'chen']);
  expect(heardBy(sent.last.says)).toEqual(['chen ticket.assigned', 'li send:handler', 'riders edit:group']);
});

test('who approves late hears who was first; a grid worker or a rider approves nothing; nobody of that name gets it', () => {
  const sent = given(asked(), chen, ['li']);
  expect(given(sent, lin, ['wang'], '10:06').refusal).toEqual({
    kind: 'already-assigned',
    by: 'chen',
    at: clock('10:05'),
  });
  for (const by of [wang, zhao]) expect(given(asked(), by, ['li']).refusal).toEqual({ kind: 'role', verb: '派' });
  for (const to of [[], ['nobody'], ['zhao']])
    expect(given(asked(), chen, to).refusal).toEqual({ kind: 'person-unknown', verb: '派' });
});

test('danger never waits for an approval', () => {
  expect(reported(aReport({ category: 'fire' }), at('10:00')).ticket.phase).toBe('dispatched');
});

test('nobody approves: a reminder, the levels above, and in the end the pack’s rule sends it', () => {
  let life = asked();
  const heard: string[] = [];
  for (let due = nextDue(life.ticket, community); life.ticket.phase === 'reported' && due !== null;) {
    life = ticked(life, aContext(due, { community }));
    heard.push(...heardBy(life.last.says));
    due = nextDue(life.ticket, community);
  }
  expect(heard).toEqual([
    'chen ticket.arrange',
    'lin ticket.breach',
    'gao ticket.breach',
    'wang send:handler',
    'riders edit:group',
  ]);
});

const own = (time: string) => aContext(clock(time));
const objects = (life: Life, by: typeof wang, time: string): Life =>
  told(life, { kind: 'decline', by, why: 'not-ours', words: 'w2' }, own(time));

test('“not ours” goes back to those who arrange, past who gave it back; the third time the level above rules for good', () => {
  const first = objects(claimed(), wang, '10:10');
  expect([first.ticket.phase, first.ticket.claimedBy, first.ticket.arranging?.why]).toEqual([
    'reported',
    null,
    'objection',
  ]);
  expect(heardBy(first.last.says)).toEqual([
    'wang ticket.objected',
    'chen ticket.arrange',
    'riders edit:group',
    'wang edit:handler',
  ]);
  expect(first.ticket.arranging?.offered).not.toContain('wang');
  const second = objects(told(first, { kind: 'assign', by: chen, to: ['li'] }, own('10:15')), li, '10:20');
  const third = objects(told(second, { kind: 'assign', by: chen, to: ['he'] }, own('10:25')), he, '10:30');
  expect([third.ticket.arranging?.why, third.ticket.arranging?.to]).toEqual(['ruling', ['lin']]);
  expect(third.ticket.arranging?.offered).toEqual(['wang', 'li', 'he']);
  expect(told(third, { kind: 'assign', by: chen, to: ['li'] }, own('10:31')).refusal).toEqual({
    kind: 'role',
    verb: '裁定',
  });
  const ruled = told(third, { kind: 'assign', by: lin, to: ['li'] }, own('10:35'));
  expect([ruled.ticket.phase, ruled.ticket.claimedBy]).toEqual(['claimed', 'li']);
  expect(objects(ruled, li, '10:40').refusal).toEqual({ kind: 'ruled', verb: '退' });
  const on = told(ruled, { kind: 'hand-over', by: li, to: wang, words: 'w2' }, own('10:41'));
  expect(on.refusal).toEqual({ kind: 'ruled', verb: '转' });
});

test('a hand-over counts as well; a leader who arranges it does not', () => {
  const over = (life: Life, by: typeof wang, to: typeof wang, time: string): Life =>
    told(life, { kind: 'hand-over', by, to, words: 'w2' }, own(time));
  const twice = over(over(claimed(), wang, li, '10:10'), li, wang, '10:11');
  const third = over(twice, wang, li, '10:12');
  expect([third.ticket.phase, third.ticket.arranging?.why]).toEqual(['reported', 'ruling']);
  expect(over(twice, he, li, '10:13').ticket.claimedBy).toBe('li');
  let life = third;
  for (let due = nextDue(life.ticket, aContext('').community); life.ticket.phase === 'reported' && due !== null;) {
    life = ticked(life, aContext(due));
    due = nextDue(life.ticket, aContext('').community);
  }
  expect([life.ticket.claimedBy, life.ticket.ruledFor, gao.id]).toEqual(['wang', 'wang', 'gao']);
});

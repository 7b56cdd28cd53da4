import {
  aContext,
  aReport,
  aTicketCommunity,
  claimed,
  clock,
  he,
  heardBy,
  lin,
  reported,
  resolved,
  ticked,
  told,
  wang,
  zhao,
  type Life,
} from '../../../../test/support/a-ticket';
import { aPerson } from '../../../../test/support/a-community';
import { Policy } from '../../community/policy';
import { nextDue } from '../clocks/schedule-ticket';
import { stageDue } from '../clocks/stage-clock';

const fang = aPerson('fang', ['inspector@home']);
const community = aTicketCommunity({
  officers: [...aTicketCommunity().officers, fang],
  policy: Policy.parse({ reviewed: ['parking'] }),
});
const at = (time: string, days = 0) => aContext(clock(time, days), { community });
const done = (life: Life = claimed(), time = '11:00'): Life =>
  told(life, { kind: 'resolve', by: wang, words: 'w9', photos: ['p9'] }, at(time));
const sentBack = (life: Life, time: string): Life =>
  told(life, { kind: 'send-back', by: fang, words: 'w3', parts: [] }, at(time));

test('a result of a reviewed category goes to the inspector, and the reporter is asked only when it passed', () => {
  const life = done();
  expect([life.ticket.phase, life.ticket.review?.to, life.ticket.callBack]).toEqual(['under-review', ['fang'], null]);
  expect(heardBy(life.last.says)).toEqual([
    'riders edit:group',
    'wang edit:handler',
    'wang ticket.resolved-review',
    'fang ticket.review',
  ]);
  const passed = told(life, { kind: 'pass', by: fang }, at('14:00'));
  expect(passed.ticket.phase).toBe('resolved');
  expect(heardBy(passed.last.says)).toContain('zhao ticket.call-back');
  expect(told(passed, { kind: 'pass', by: fang }, at('14:01')).refusal).toEqual({ kind: 'state', verb: '通过' });
});

test('nobody judges work of their own, and a resident judges none', () => {
  expect(told(done(), { kind: 'pass', by: wang }, at('11:05')).refusal).toEqual({ kind: 'own-work', verb: '通过' });
  const byLeader = told(claimed(), { kind: 'resolve', by: he, words: 'w9', photos: [] }, at('11:00'));
  expect(told(byLeader, { kind: 'pass', by: he }, at('11:05')).refusal).toEqual({ kind: 'own-work', verb: '通过' });
  expect(told(done(), { kind: 'pass', by: zhao }, at('11:05')).refusal).toEqual({ kind: 'role', verb: '通过' });
});

test('sent back, it is worked on in the same cycle, with a fresh clock; without a reason it is not', () => {
  const silent = told(done(), { kind: 'send-back', by: fang, words: null, parts: [] }, at('11:30'));
  expect(silent.refusal).toEqual({ kind: 'needs-reason', verb: '驳回' });
  const life = sentBack(done(), '11:30');
  expect([life.ticket.phase, life.ticket.cycle, life.ticket.claimedBy]).toEqual(['claimed', 1, 'wang']);
  expect(stageDue(life.ticket, community, 'resolve')).toBe(clock('12:00', 3));
  expect(heardBy(life.last.says)).toContain('wang ticket.sent-back');
  const again = done(life, '14:00');
  expect([again.ticket.phase, again.ticket.review?.why]).toEqual(['under-review', 'category']);
});

test('weak a second time, it goes to the level above its owner, who is told why', () => {
  const life = sentBack(done(sentBack(done(), '11:30'), '14:00'), '15:00');
  expect([life.ticket.phase, life.ticket.claimedBy, life.ticket.handlers]).toEqual(['dispatched', null, ['he']]);
  expect(heardBy(life.last.says)).toEqual(expect.arrayContaining(['he ticket.weak-again', 'he send:handler']));
  const arranged = told(life, { kind: 'claim', by: he }, at('15:10'));
  expect(arranged.ticket.claimedBy).toBe('he');
});

test('a review that nobody does is reminded, climbs, and in the end the reporter is asked all the same', () => {
  let life = done();
  const heard: string[] = [];
  for (let due = nextDue(life.ticket, community); life.ticket.phase === 'under-review' && due !== null;) {
    life = ticked(life, aContext(due, { community }));
    heard.push(...heardBy(life.last.says).filter((each) => !each.includes('edit')));
    due = nextDue(life.ticket, community);
  }
  expect(heard).toEqual([
    'fang ticket.review',
    'he ticket.breach',
    'lin ticket.breach',
    'chen ticket.breach',
    'gao ticket.breach',
    'zhao ticket.call-back',
  ]);
});

test('what was reopened, raised, or runs for fifteen days is reviewed; the rest by the share', () => {
  const own = aTicketCommunity({ officers: community.officers });
  const context = (time: string) => aContext(clock(time), { community: own });
  const finish = (life: Life) => told(life, { kind: 'resolve', by: wang, words: 'w9', photos: [] }, context('11:00'));
  expect(finish(claimed()).ticket.phase).toBe('resolved');
  expect(finish(told(claimed(), { kind: 'raise', by: wang, words: 'w2' }, context('10:30'))).ticket.review?.why).toBe(
    'raised',
  );
  const reopened = told(resolved(), { kind: 'answer', by: zhao, answer: 'not-solved' }, context('12:00'));
  const again = told(reopened, { kind: 'resolve', by: wang, words: 'w9', photos: [] }, context('15:00'));
  expect(again.ticket.review?.why).toBe('reopened');
  const long = reported(aReport({ category: 'conduct', group: null }));
  const byLin = told(long, { kind: 'resolve', by: lin, words: 'w9', photos: [] }, context('11:00'));
  expect(byLin.ticket.review?.why).toBe('class');
  const all = aTicketCommunity({ officers: community.officers, policy: Policy.parse({ reviewShare: 1 }) });
  const drawn = told(
    claimed(),
    { kind: 'resolve', by: wang, words: 'w9', photos: [] },
    aContext(clock('11:00'), { community: all }),
  );
  expect(drawn.ticket.review?.why).toBe('drawn');
});

test('a supervisor hears the answer; without one by the moment, those above do, once each', () => {
  const asked = told(claimed(), { kind: 'supervise', by: he, words: 'w2', until: clock('11:00') }, at('10:30'));
  expect(heardBy(asked.last.says)).toEqual(['he ticket.supervised-done', 'wang ticket.supervised']);
  const noted = told(asked, { kind: 'note', by: wang, words: 'w3' }, at('10:40'));
  expect(heardBy(noted.last.says)).toEqual(['wang ticket.noted', 'he ticket.supervision-answered']);
  expect(noted.ticket.supervision).toBeNull();
  const late = ticked(asked, at('11:00'));
  expect(heardBy(late.last.says)).toEqual(['he ticket.supervision-late']);
  const later = ticked(late, at('12:00'));
  expect(heardBy(later.last.says)).toEqual(['he', 'lin', 'chen'].map((who) => `${who} ticket.supervision-late`));
  expect(told(claimed(), { kind: 'supervise', by: wang, words: 'w2', until: null }, at('10:30')).refusal).toEqual({
    kind: 'role',
    verb: '督办',
  });
});

test.each([
  ['never', [null, null]],
  ['hard', [null, 'reopened']],
  ['as-others', ['category', 'category']],
] as const)('what was settled on the spot is reviewed as the pack says: %s', (reviewAtOnce, expected) => {
  const policy = Policy.parse({ reviewed: ['parking'], reviewAtOnce });
  const setting = aTicketCommunity({ officers: community.officers, policy });
  const settle = (life: Life, time: string): Life =>
    told(life, { kind: 'settle', by: wang, words: 'w9', photos: [] }, aContext(clock(time), { community: setting }));
  const reopened = told(resolved(), { kind: 'answer', by: zhao, answer: 'not-solved' }, at('14:00'));
  expect(
    [settle(claimed(), '11:00'), settle(reopened, '15:00')].map(({ ticket }) => ticket.review?.why ?? null),
  ).toEqual(expected);
});

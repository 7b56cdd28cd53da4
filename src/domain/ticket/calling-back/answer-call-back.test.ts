import { answers, passing, rung } from '../../../../test/support/a-call-back';
import {
  aContext,
  chen,
  claimed,
  clock,
  heardBy,
  lin,
  qian,
  reported,
  resolved,
  told,
  zhao,
} from '../../../../test/support/a-ticket';
import { nextDue } from '../clocks/schedule-ticket';

test('solved and satisfied: closed, thanked, and ten points from the community', () => {
  const { last, ticket } = answers(resolved(), 'solved-satisfied', clock('14:00'));
  expect(last.events).toEqual([
    {
      kind: 'call-back-answered',
      at: clock('14:00'),
      by: 'zhao',
      for: null,
      solved: true,
      satisfied: true,
      words: null,
    },
    { kind: 'awarded', at: clock('14:00'), to: 'zhao', points: 10 },
    { kind: 'archived', at: clock('14:00'), reason: 'called-back' },
  ]);
  expect(last.postings).toEqual([
    {
      cause: 't1:report',
      at: clock('14:00'),
      reason: 'report',
      number: 101,
      honours: '2026-11',
      entries: [
        { account: 'issued:report', points: -10 },
        { account: 'person:zhao', points: 10 },
      ],
    },
  ]);
  expect(heardBy(last.says)).toEqual(['zhao ticket.thanks', 'riders edit:group', 'wang edit:handler']);
  expect([ticket.phase, ticket.solved, ticket.satisfied, ticket.awarded]).toEqual(['archived', true, true, true]);
});

test('solved but not satisfied is stored apart', () => {
  const { ticket, last } = answers(resolved(), 'solved-unsatisfied', clock('14:00'));
  expect([ticket.phase, ticket.solved, ticket.satisfied]).toEqual(['archived', true, false]);
  expect(heardBy(last.says)[0]).toBe('zhao ticket.thanks-unsatisfied');
});

test('the same answer pressed twice changes nothing, gives no points, and is thanked', () => {
  const closed = answers(resolved(), 'solved-satisfied', clock('14:00'));
  const twice = answers(closed, 'solved-satisfied', clock('14:01'));
  expect(twice.refusal).toBeNull();
  expect(twice.events).toEqual(closed.events);
  expect(twice.says.slice(closed.says.length)).toEqual([
    {
      to: { person: 'zhao' },
      key: `thanks-again.${clock('14:01')}`,
      urgency: 'prompt',
      wording: 'ticket.thanks',
      params: { number: 101, category: 'parking', place: closed.ticket.place, name: 'zhao', points: 0 },
    },
  ]);
});

test('an answer before anybody asked, another answer afterwards, and somebody else’s answer are refused', () => {
  expect(answers(claimed(), 'solved-satisfied', clock('10:30')).refusal).toEqual({ kind: 'not-asked' });
  const closed = answers(resolved(), 'solved-satisfied', clock('14:00'));
  expect(answers(closed, 'solved-unsatisfied', clock('14:01')).refusal).toEqual({ kind: 'not-asked' });
  expect(answers(resolved(), 'solved-satisfied', clock('14:00'), qian).refusal).toEqual({ kind: 'not-found' });
});

test('staff take down the answer on the phone, only once they were asked to', () => {
  expect(answers(resolved(), 'solved-satisfied', clock('14:00'), chen).refusal).toEqual({ kind: 'not-found' });
  const rung = answers(passing(resolved(), 3), 'solved-satisfied', clock('15:00', 4), chen);
  expect(rung.last.events[0]).toEqual({
    kind: 'call-back-answered',
    at: clock('15:00', 4),
    by: 'chen',
    for: 'zhao',
    solved: true,
    satisfied: true,
    words: null,
  });
  expect(heardBy(rung.last.says)).toEqual([
    'zhao ticket.thanks',
    'chen ticket.closed-notice',
    'riders edit:group',
    'wang edit:handler',
  ]);
});

test('the reporter has not seen it yet, staff hear on the phone: asked again, and rung up again', () => {
  const waits = answers(passing(resolved(), 3), 'not-seen-yet', clock('15:00', 4), chen);
  expect(nextDue(waits.ticket, rung)).toBe(clock('15:00', 5));
  expect(heardBy(passing(waits, 1).last.says)).toEqual(['chen ticket.phone-task']);
});

test('everybody who reported is asked; who only said “me too” hears that it is closed', () => {
  const join = { kind: 'join', role: 'resident', group: 'riders', words: [], photos: [] } as const;
  let life = told(reported(), { ...join, by: qian, as: 'reporter' }, aContext(clock('10:01')));
  life = told(life, { ...join, by: lin, as: 'me-too' }, aContext(clock('10:02')));
  life = resolved(claimed(life));
  expect(heardBy(life.last.says).filter((line) => line.endsWith('call-back'))).toEqual([
    'zhao ticket.call-back',
    'qian ticket.call-back',
  ]);
  const closed = answers(life, 'solved-satisfied', clock('14:00'), qian);
  expect(heardBy(closed.last.says).slice(0, 3)).toEqual([
    'zhao ticket.closed-by-other',
    'qian ticket.thanks',
    'lin ticket.closed-notice',
  ]);
  expect(closed.last.postings[0]?.entries[1]).toEqual({ account: 'person:zhao', points: 10 });
});

/** Reported by the two of them, and done. */
const ofTwo = () => {
  const join = { kind: 'join', role: 'resident', group: 'riders', words: [], photos: [] } as const;
  return resolved(claimed(told(reported(), { ...join, by: qian, as: 'reporter' }, aContext(clock('10:01')))));
};

test('each reporter’s answer counts: satisfied is the matter only when all who answered are', () => {
  const first = answers(ofTwo(), 'solved-satisfied', clock('14:00'));
  const second = answers(first, 'solved-unsatisfied', clock('14:30'), qian);
  expect(second.last.events.map(({ kind }) => kind)).toEqual(['call-back-answered']);
  expect(heardBy(second.last.says)).toEqual(['qian ticket.thanks-unsatisfied']);
  expect(second.ticket).toMatchObject({
    ...{ phase: 'archived', solved: true, satisfied: false },
    answers: [
      { person: 'zhao', satisfied: true },
      { person: 'qian', satisfied: false },
    ],
  });
  expect(answers(second, 'solved-unsatisfied', clock('14:31'), qian).last.events).toEqual([]);
  expect(answers(second, 'solved-satisfied', clock('14:31'), qian).refusal).toEqual({ kind: 'not-asked' });
  expect(second.decisions.flatMap(({ postings }) => postings)).toHaveLength(1);
});

test('another reporter for whom it is not solved reopens it, and both answer anew', () => {
  const reopened = answers(answers(ofTwo(), 'solved-satisfied', clock('14:00')), 'not-solved', clock('14:30'), qian);
  expect(reopened.ticket).toMatchObject({ phase: 'claimed', cycle: 2, solved: null, satisfied: null, answers: [] });
});

test('what the reporter adds goes to whoever did it, also with “not solved”', () => {
  const say = { kind: 'answer', by: zhao, words: 'w8' } as const;
  const done = told(resolved(), { ...say, answer: 'solved-unsatisfied' }, aContext(clock('14:00')));
  expect(done.last.events[0]).toMatchObject({ kind: 'call-back-answered', words: 'w8' });
  expect(heardBy(done.last.says)).toContain('wang ticket.remarked');
  const again = told(resolved(), { ...say, answer: 'not-solved' }, aContext(clock('14:00')));
  const toOwner = again.last.says.find((say) => say.card === undefined && say.wording === 'ticket.reopened');
  expect(toOwner).toMatchObject({ to: { person: 'wang' }, params: { words: ['w8'] } });
});

test('a question that reaches nobody is a phone task at once, and not days later', () => {
  const missed = told(resolved(), { kind: 'unheard', by: zhao }, aContext(clock('13:30')));
  expect(missed.last.events).toEqual([{ kind: 'call-back-unheard', at: clock('13:30'), person: 'zhao' }]);
  expect(nextDue(missed.ticket, rung)).toBe(clock('13:30'));
  expect(heardBy(passing(missed, 1).last.says)).toEqual(['chen ticket.phone-task']);
  expect(told(missed, { kind: 'unheard', by: zhao }, aContext(clock('13:31'))).last.events).toEqual([]);
  expect(told(missed, { kind: 'unheard', by: qian }, aContext(clock('13:31'))).refusal).toEqual({ kind: 'not-found' });
});

test('while another reporter can be asked, nobody is rung up', () => {
  const missed = told(ofTwo(), { kind: 'unheard', by: zhao }, aContext(clock('13:30')));
  expect(heardBy(passing(missed, 1).last.says)).toEqual(['zhao ticket.call-back', 'qian ticket.call-back']);
});

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
} from '../../../../test/support/a-ticket';
import { nextDue } from '../clocks/schedule-ticket';

test('solved and satisfied: closed, thanked, and ten points from the community', () => {
  const { last, ticket } = answers(resolved(), 'solved-satisfied', clock('14:00'));
  expect(last.events).toEqual([
    { kind: 'call-back-answered', at: clock('14:00'), by: 'zhao', for: null, solved: true, satisfied: true },
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
    'zhao ticket.thanks',
    'qian ticket.thanks',
    'lin ticket.closed-notice',
  ]);
  expect(closed.last.postings[0]?.entries[1]).toEqual({ account: 'person:zhao', points: 10 });
});

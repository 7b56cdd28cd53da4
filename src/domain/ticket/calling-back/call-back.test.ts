import {
  aContext,
  aReport,
  chen,
  claimed,
  clock,
  he,
  heardBy,
  lin,
  qian,
  reported,
  resolved,
  ticked,
  told,
  wang,
  zhao,
  type Life,
} from '../../../../test/support/a-ticket';
import { aTicketCommunity } from '../../../../test/support/a-ticket';
import { Policy } from '../../community/policy';
import { nextDue } from '../clocks/schedule-ticket';
import { cycleAsked } from './ask-call-back';
import type { CallBackAnswer } from './answer-call-back';

const community = aTicketCommunity();

const answers = (life: Life, answer: CallBackAnswer, at: string, by = zhao): Life =>
  told(life, { kind: 'answer', by, answer }, aContext(at));

/** What was reopened is reviewed before its reporter is asked. */
const passed = (life: Life, at: string = clock('15:10')): Life => told(life, { kind: 'pass', by: he }, aContext(at));

/** Ticks at every due moment until `count` are done. */
const passing = (life: Life, count: number): Life => {
  let lived = life;
  for (let tick = 0; tick < count; tick += 1) lived = ticked(lived, aContext(nextDue(lived.ticket, community) ?? ''));
  return lived;
};

test('once it is done the reporter is asked, in one press with four answers and the photo, after the riders’ lunch peak', () => {
  const { last } = resolved();
  expect(last.says.at(-1)).toEqual({
    to: { person: 'zhao' },
    key: 'call-back.1.1',
    urgency: 'ordinary',
    question: true,
    choices: ['solved-satisfied', 'solved-unsatisfied', 'not-solved', 'not-seen-yet'],
    photos: ['p9'],
    holdUntil: clock('13:30'),
    fallbackChat: 'riders',
    wording: 'ticket.call-back',
    params: {
      number: 101,
      category: 'parking',
      place: { area: 'b6', words: null },
      name: 'zhao',
      summary: ['w1'],
      desk: 'grid-2',
      again: false,
      photos: true,
    },
  });
});

test('a resident is not held back by meal peaks, but by the night', () => {
  const resident = claimed(reported(aReport({ by: qian, role: 'resident' })));
  expect(resolved(resident).last.says.at(-1)?.holdUntil).toBeUndefined();
  expect(resolved(resident, clock('22:00')).last.says.at(-1)?.holdUntil).toBe(clock('07:00', 1));
});

test('nobody answers: asked again after one day and after three, then a phone task, then the director; never closed', () => {
  const asked = resolved();
  expect(nextDue(asked.ticket, community)).toBe(clock('13:30', 1));
  const second = passing(asked, 1);
  expect(heardBy(second.last.says)).toEqual(['zhao ticket.call-back']);
  expect(nextDue(second.ticket, community)).toBe(clock('13:30', 3));
  const third = passing(second, 1);
  expect(nextDue(third.ticket, community)).toBe(clock('13:30', 4));
  const phone = passing(third, 1);
  expect(heardBy(phone.last.says)).toEqual(['chen ticket.phone-task']);
  const late = passing(phone, 1);
  expect(heardBy(late.last.says)).toEqual(['lin ticket.phone-task']);
  expect(late.ticket.phase).toBe('resolved');
  expect(nextDue(late.ticket, community)).toBeNull();
});

test('a question that an outage delayed begins the next wait from now', () => {
  const late = ticked(resolved(), aContext(clock('14:00', 9)));
  expect(late.last.events).toEqual([
    { kind: 'call-back-asked', at: clock('14:00', 9), ask: 2, nextAt: clock('14:00', 11) },
  ]);
});

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

test('“not solved” opens a new cycle with fresh clocks, keeps count and tells the handler', () => {
  const { ticket, last } = answers(resolved(), 'not-solved', clock('14:00'));
  expect(last.events.map(({ kind }) => kind)).toEqual(['call-back-answered', 'reopened']);
  expect(heardBy(last.says)).toEqual([
    'wang ticket.reopened',
    'zhao ticket.reopened-thanks',
    'riders edit:group',
    'wang edit:handler',
  ]);
  expect([ticket.phase, ticket.cycle, ticket.reopenings, ticket.claimedBy]).toEqual(['claimed', 2, 1, 'wang']);
  expect([ticket.solved, ticket.callBack, ticket.notices, ticket.dispatchedAt]).toEqual([
    null,
    null,
    [],
    clock('14:00'),
  ]);
});

test('a second “not solved” is no second reopening', () => {
  const again = answers(answers(resolved(), 'not-solved', clock('14:00')), 'not-solved', clock('14:01'));
  expect(again.refusal).toEqual({ kind: 'not-asked' });
});

test('after a reopening it is asked anew, closed, and paid once; “not solved” later still reopens and never pays again', () => {
  const twice = passed(resolved(answers(resolved(), 'not-solved', clock('14:00')), clock('15:00')));
  expect(twice.last.says.at(-1)?.key).toBe('call-back.2.1');
  const closed = answers(twice, 'solved-satisfied', clock('15:30'));
  const reopened = answers(closed, 'not-solved', clock('09:00', 1));
  expect([reopened.ticket.phase, reopened.ticket.cycle, reopened.ticket.reopenings]).toEqual(['claimed', 3, 2]);
  const end = answers(
    passed(resolved(reopened, clock('10:00', 1)), clock('10:30', 1)),
    'solved-satisfied',
    clock('14:00', 1),
  );
  expect(end.decisions.flatMap(({ postings }) => postings)).toHaveLength(1);
  expect(
    end.last.says.some((say) => say.card === undefined && say.wording === 'ticket.thanks' && say.params.points === 0),
  ).toBe(true);
});

test('an answer to the question of an earlier cycle is no answer any more', () => {
  const twice = passed(resolved(answers(resolved(), 'not-solved', clock('14:00')), clock('15:00')));
  const old = told(twice, { kind: 'answer', by: zhao, answer: 'solved-satisfied', cycle: 1 }, aContext(clock('15:30')));
  expect(old.refusal).toEqual({ kind: 'not-asked' });
  const now = told(twice, { kind: 'answer', by: zhao, answer: 'solved-satisfied', cycle: 2 }, aContext(clock('15:30')));
  expect(now.ticket.phase).toBe('archived');
});

test('the cycle that a message asked about stands in its key', () => {
  expect(cycleAsked('call-back.3.1')).toBe(3);
  expect(cycleAsked('2.phone-task.2026-11-24T05:30:00.000Z')).toBe(2);
  expect(cycleAsked('handler.1')).toBeNull();
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

test('“not seen yet”: asked again the next day, and the reporter is told when', () => {
  const later = answers(resolved(), 'not-seen-yet', clock('14:00'));
  expect(later.last.events).toEqual([
    { kind: 'not-seen-yet', at: clock('14:00'), by: 'zhao', nextAt: clock('14:00', 1) },
  ]);
  expect(heardBy(later.last.says)).toEqual(['zhao ticket.not-seen-yet']);
  expect(heardBy(passing(later, 1).last.says)).toEqual(['zhao ticket.call-back']);
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
  expect(nextDue(waits.ticket, community)).toBe(clock('15:00', 5));
  expect(heardBy(passing(waits, 1).last.says)).toEqual(['chen ticket.phone-task']);
});

test('an unplaced matter has a phone task too, on a day when nobody is on duty', () => {
  const alone = { community: aTicketCommunity({ duty: [] }) };
  let life = reported(aReport({ place: { area: null, words: 'w4' } }), aContext(clock('10:00'), alone));
  life = told(life, { kind: 'resolve', by: wang, words: 'w9', photos: [] }, aContext(clock('11:00'), alone));
  for (let tick = 0; tick < 3; tick += 1)
    life = ticked(life, aContext(nextDue(life.ticket, alone.community) ?? '', alone));
  expect(heardBy(life.last.says)).toEqual(['chen ticket.phone-task']);
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

describe('where the pack has nobody rung up', () => {
  const unrung = { community: aTicketCommunity({ policy: Policy.parse({ phoneTaskShare: 0 }) }) };

  const unanswered = (from: Life = resolved()): Life => {
    let life = from;
    for (let tick = 0; tick < 3; tick += 1)
      life = ticked(life, aContext(nextDue(life.ticket, unrung.community) ?? '', unrung));
    return life;
  };

  const late = (answer: CallBackAnswer): Life =>
    told(unanswered(), { kind: 'answer', by: zhao, answer }, aContext(clock('15:00', 4), unrung));

  test('what was never answered is closed as unanswered, neither solved nor not, and the reporter is told', () => {
    const { last, ticket } = unanswered();
    expect(last.events).toEqual([{ kind: 'archived', at: clock('13:30', 4), reason: 'no-answer' }]);
    expect(heardBy(last.says)).toEqual(['zhao ticket.no-answer', 'riders edit:group', 'wang edit:handler']);
    expect([ticket.closedFor, ticket.solved, ticket.satisfied, ticket.awarded]).toEqual([
      'no-answer',
      null,
      null,
      false,
    ]);
    expect(nextDue(ticket, unrung.community)).toBeNull();
  });

  test('an answer afterwards counts: solved is thanked and paid, “not solved” reopens, “not seen yet” asks nothing more', () => {
    expect([late('solved-satisfied').ticket.closedFor, late('solved-satisfied').ticket.awarded]).toEqual([
      'called-back',
      true,
    ]);
    expect([late('not-solved').ticket.phase, late('not-solved').ticket.reopenings]).toEqual(['claimed', 1]);
    expect(late('not-seen-yet').refusal).toEqual({ kind: 'not-asked' });
  });

  test('what was reopened is rung up all the same', () => {
    const again = passed(resolved(answers(resolved(), 'not-solved', clock('14:00')), clock('15:00')));
    expect(heardBy(unanswered(again).last.says)).toEqual(['chen ticket.phone-task']);
  });
});

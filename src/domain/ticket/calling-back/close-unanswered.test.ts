import { answers, passed, unrung } from '../../../../test/support/a-call-back';
import { aContext, clock, heardBy, resolved, ticked, told, zhao, type Life } from '../../../../test/support/a-ticket';
import { nextDue } from '../clocks/schedule-ticket';
import type { CallBackAnswer } from './answer-call-back';

const unanswered = (from: Life = resolved()): Life => {
  let life = from;
  for (let tick = 0; tick < 3; tick += 1)
    life = ticked(life, aContext(nextDue(life.ticket, unrung) ?? '', { community: unrung }));
  return life;
};

const late = (answer: CallBackAnswer): Life =>
  told(unanswered(), { kind: 'answer', by: zhao, answer }, aContext(clock('15:00', 4), { community: unrung }));

test('what was never answered is closed as unanswered, neither solved nor not, and the reporter is told', () => {
  const { last, ticket } = unanswered();
  expect(last.events).toEqual([{ kind: 'archived', at: clock('13:30', 4), reason: 'no-answer' }]);
  expect(heardBy(last.says)).toEqual(['zhao ticket.no-answer', 'riders edit:group', 'wang edit:handler']);
  expect([ticket.closedFor, ticket.solved, ticket.satisfied, ticket.awarded]).toEqual(['no-answer', null, null, false]);
  expect(nextDue(ticket, unrung)).toBeNull();
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

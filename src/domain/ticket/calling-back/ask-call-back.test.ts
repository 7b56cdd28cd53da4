import { answers, passing, rung } from '../../../../test/support/a-call-back';
import {
  aContext,
  aReport,
  aTicketCommunity,
  claimed,
  clock,
  heardBy,
  qian,
  reported,
  resolved,
  ticked,
  told,
  wang,
} from '../../../../test/support/a-ticket';
import { nextDue } from '../clocks/schedule-ticket';
import { cycleAsked } from './ask-call-back';

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
    together: 'call-backs',
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
  expect(nextDue(asked.ticket, rung)).toBe(clock('13:30', 1));
  const second = passing(asked, 1);
  expect(heardBy(second.last.says)).toEqual(['zhao ticket.call-back']);
  expect(nextDue(second.ticket, rung)).toBe(clock('13:30', 3));
  const third = passing(second, 1);
  expect(nextDue(third.ticket, rung)).toBe(clock('13:30', 4));
  const phone = passing(third, 1);
  expect(heardBy(phone.last.says)).toEqual(['chen ticket.phone-task']);
  const late = passing(phone, 1);
  expect(heardBy(late.last.says)).toEqual(['lin ticket.phone-task']);
  expect(late.ticket.phase).toBe('resolved');
  expect(nextDue(late.ticket, rung)).toBeNull();
});

test('a question that an outage delayed begins the next wait from now', () => {
  const late = ticked(resolved(), aContext(clock('14:00', 9)));
  expect(late.last.events).toEqual([
    { kind: 'call-back-asked', at: clock('14:00', 9), ask: 2, nextAt: clock('14:00', 11) },
  ]);
});

test('the cycle that a message asked about stands in its key', () => {
  expect(cycleAsked('call-back.3.1')).toBe(3);
  expect(cycleAsked('2.phone-task.2026-11-24T05:30:00.000Z')).toBe(2);
  expect(cycleAsked('handler.1')).toBeNull();
});

test('“not seen yet”: asked again the next day, and the reporter is told when', () => {
  const later = answers(resolved(), 'not-seen-yet', clock('14:00'));
  expect(later.last.events).toEqual([
    { kind: 'not-seen-yet', at: clock('14:00'), by: 'zhao', nextAt: clock('14:00', 1) },
  ]);
  expect(heardBy(later.last.says)).toEqual(['zhao ticket.not-seen-yet']);
  expect(heardBy(passing(later, 1).last.says)).toEqual(['zhao ticket.call-back']);
});

test('an unplaced matter has a phone task too, on a day when nobody is on duty', () => {
  const alone = { community: aTicketCommunity({ duty: [], policy: rung.policy }) };
  let life = reported(aReport({ place: { area: null, words: 'w4' } }), aContext(clock('10:00'), alone));
  life = told(life, { kind: 'resolve', by: wang, words: 'w9', photos: [] }, aContext(clock('11:00'), alone));
  for (let tick = 0; tick < 3; tick += 1)
    life = ticked(life, aContext(nextDue(life.ticket, alone.community) ?? '', alone));
  expect(heardBy(life.last.says)).toEqual(['chen ticket.phone-task']);
});

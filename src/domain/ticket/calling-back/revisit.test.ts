import { answers } from '../../../../test/support/a-call-back';
import {
  aContext,
  aTicketCommunity,
  clock,
  heardBy,
  qian,
  resolved,
  ticked,
  told,
  zhao,
} from '../../../../test/support/a-ticket';
import { nextDue } from '../clocks/schedule-ticket';

const community = aTicketCommunity({
  categories: aTicketCommunity().categories.map((each) =>
    each.id === 'parking' ? { ...each, revisitDays: 30 } : each,
  ),
});
const at = (time: string, days: number) => aContext(clock(time, days), { community });
const closed = () => answers(resolved(), 'solved-satisfied', clock('14:00'));
const asked = () => ticked(closed(), at('14:00', 30));

test('what comes back by experience is asked about once more, so many days after it was closed', () => {
  expect(nextDue(closed().ticket, community)).toBe(clock('14:00', 30));
  expect(asked().last.events).toEqual([{ kind: 'revisit-asked', at: clock('14:00', 30) }]);
  expect(asked().last.says).toEqual([
    {
      ...{ to: { person: 'zhao' }, key: 'revisit.1.1', urgency: 'ordinary', question: true },
      choices: ['still-fine', 'back-again'],
      wording: 'ticket.revisit',
      params: {
        ...{ number: 101, category: 'parking', place: { area: 'b6', words: null } },
        ...{ name: 'zhao', summary: ['w1'], closedAt: clock('14:00') },
      },
    },
  ]);
  expect(nextDue(asked().ticket, community)).toBeNull();
});

test('of other categories, of what nobody answered, and of what is open, nobody asks again', () => {
  expect(nextDue(closed().ticket, aTicketCommunity())).toBeNull();
  expect(nextDue(answers(closed(), 'not-solved', clock('15:00')).ticket, community)).not.toBe(clock('14:00', 30));
});

test('still fine: noted once, thanked each time, and no answer of anybody else', () => {
  const fine = told(asked(), { kind: 'still-fine', by: zhao, cycle: 1 }, at('15:00', 30));
  expect(fine.last.events).toEqual([{ kind: 'still-fine', at: clock('15:00', 30), by: 'zhao' }]);
  const twice = told(fine, { kind: 'still-fine', by: zhao, cycle: 1 }, at('15:01', 30));
  expect([twice.last.events, heardBy(twice.last.says)]).toEqual([[], ['zhao ticket.still-fine']]);
  expect(told(asked(), { kind: 'still-fine', by: qian }, at('15:00', 30)).refusal).toEqual({ kind: 'not-found' });
  expect(told(closed(), { kind: 'still-fine', by: zhao }, at('15:00', 1)).refusal).toEqual({ kind: 'not-asked' });
});

test('back again reopens it with fresh clocks, and it is asked about anew after the next closing', () => {
  const back = told(asked(), { kind: 'answer', by: zhao, answer: 'not-solved', cycle: 1 }, at('15:00', 30));
  expect(back.ticket).toMatchObject({ phase: 'claimed', cycle: 2, reopenings: 1, revisit: null });
  const late = told(back, { kind: 'still-fine', by: zhao, cycle: 1 }, at('15:01', 30));
  expect(late.refusal).toEqual({ kind: 'not-asked' });
});

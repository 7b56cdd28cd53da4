import {
  aContext,
  aTicketCommunity,
  claimed,
  clock,
  heardBy,
  ticked,
  told,
  wang,
  type Life,
} from '../../../../test/support/a-ticket';

import { foldTicket } from '../apply-ticket-event';
import { nextDue, scheduleTicket } from '../clocks/schedule-ticket';
import { dueAfterPauses, promisedDue, stageClock, stageDue } from '../clocks/stage-clock';

const community = aTicketCommunity();

const pausedAt = (life: Life, at: string, until: string): Life =>
  told(life, { kind: 'pause', by: wang, until, words: 'w2' }, aContext(at));

test('a pause moves what is promised at once, and warning and deadline by its working time, replayed from history', () => {
  const before = claimed();
  expect(stageDue(before.ticket, community, 'resolve')).toBe(clock('10:30', 3));
  const waiting = pausedAt(before, clock('10:30'), clock('14:00'));
  expect(scheduleTicket(waiting.ticket, community).map(({ kind, name, at }) => ({ kind, name, at }))).toEqual([
    { kind: 'resume', name: `resume.${clock('10:30')}`, at: clock('14:00') },
  ]);
  expect(promisedDue(waiting.ticket, community)).toBe(clock('14:00', 3));
  const resumed = ticked(waiting, aContext(clock('14:00')));
  expect(resumed.ticket.pauses).toEqual([{ from: clock('10:30'), to: clock('14:00') }]);
  expect(stageDue(resumed.ticket, community, 'resolve')).toBe(clock('14:00', 3));
});

test('a pause that began behind a missed deadline ends with the breach told, in the same tick', () => {
  const waiting = pausedAt(claimed(), clock('10:45', 3), clock('10:00', 4));
  const { last } = ticked(waiting, aContext(clock('10:00', 4)));
  expect(last.events.map(({ kind }) => kind)).toEqual(['waiting-ended', 'skipped', 'notified']);
  expect(heardBy(last.says).at(-1)).toBe('he ticket.breach');
  expect(nextDue(foldTicket(waiting.ticket, last.events) ?? waiting.ticket, community)).toBe(clock('11:00', 4));
});

test('seconds of many pauses are not lost', () => {
  const plain = stageClock(community, '2h');
  const pauses = [10, 20, 30].map((minute) => ({ from: clock(`10:${minute}:30`), to: clock(`10:${minute + 5}:45`) }));
  expect(dueAfterPauses(plain, clock('10:00'), 120, pauses)).toBe(clock('12:15:45'));
});

import { anArea, aCommunity } from '../../../../test/support/a-community';
import {
  aContext,
  aReport,
  aTicketCommunity,
  categories,
  clock,
  reported,
  told,
  wang,
} from '../../../../test/support/a-ticket';
import { WorkCalendar } from '../../calendar/work-calendar';
import { Category } from '../../community/category';
import { scheduleTicket } from './schedule-ticket';
import { stageDue } from './stage-clock';

const late = WorkCalendar.parse({ hours: [{ from: '12:00', to: '20:00' }], weekdays: [5, 6] });
const areas = aCommunity().areas.map((area) =>
  area.id === 'grid-2' ? anArea('grid-2', 'grid', 'home', { calendar: late }) : area,
);

test('a ticket runs on the working time of its desk, another desk’s on the community’s', () => {
  const context = aContext(clock('10:00'), { community: aTicketCommunity({ areas }) });
  const here = reported(aReport(), context).ticket;
  const there = reported(aReport({ place: { area: 'b1', words: null } }), context).ticket;
  expect(stageDue(here, context.community, 'claim')).toBe(clock('13:00'));
  expect(stageDue(here, context.community, 'resolve')).toBe(clock('20:00'));
  expect(stageDue(there, context.community, 'claim')).toBe(clock('11:00'));
});

test('a pause in that desk’s closing time costs it nothing', () => {
  const context = (now: string) => aContext(now, { community: aTicketCommunity({ areas }) });
  const claimed = told(
    reported(aReport(), context(clock('12:00'))),
    { kind: 'claim', by: wang },
    context(clock('12:30')),
  );
  const paused = told(
    claimed,
    { kind: 'pause', by: wang, until: clock('12:00', 1), words: 'w2' },
    context(clock('18:00')),
  );
  expect(stageDue(paused.ticket, context(clock('18:00')).community, 'resolve')).toBe(clock('14:00', 1));
});

test('a category’s own stages and share move its deadline and its reminder', () => {
  const own = categories.map((each) =>
    each.id === 'parking' ? Category.parse({ ...each, stages: { claimMinutes: 30, warnShare: 0.5 } }) : each,
  );
  const context = aContext(clock('10:00'), { community: aTicketCommunity({ categories: own }) });
  const { ticket } = reported(aReport(), context);
  expect(scheduleTicket(ticket, context.community).map(({ name, at }) => [name, at])).toEqual([
    ['claim.warn', clock('10:15')],
    ['claim.breach.grid-leader', clock('10:30')],
    ['claim.breach.community', clock('11:30')],
    ['claim.breach.street', clock('14:00')],
  ]);
});

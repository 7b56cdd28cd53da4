import fc from 'fast-check';
import { WorkCalendar } from '../../src/domain/calendar/work-calendar';
import type { Community } from '../../src/domain/community/community';
import { aTicketCommunity } from './a-ticket';

const hours = [
  WorkCalendar.parse({ hours: [{ from: '06:00', to: '22:00' }], weekdays: [1, 2, 3, 4, 5, 6, 7] }),
  WorkCalendar.parse({ hours: [{ from: '19:00', to: '23:30' }], weekdays: [2, 5, 6] }),
  WorkCalendar.parse({ hours: [{ from: '08:00', to: '11:00' }] }),
];
const calendar = fc.option(fc.constantFrom(...hours), { nil: undefined });
const stages = fc.option(
  fc.record(
    {
      claimMinutes: fc.integer({ min: 1, max: 200 }),
      firstAnswerMinutes: fc.integer({ min: 1, max: 400 }),
      resolveMinutes: fc.integer({ min: 200, max: 5_000 }),
    },
    { requiredKeys: [] },
  ),
  { nil: undefined },
);

/** The little community, where desks keep hours of their own and categories have stages of their own. */
export const aPackOfDesks: fc.Arbitrary<Community> = fc
  .record({
    'grid-1': calendar,
    'grid-2': calendar,
    home: calendar,
    street: calendar,
    parking: stages,
    drain: stages,
    conduct: stages,
    'elder-care': stages,
  })
  .map((own) => {
    const given = aTicketCommunity();
    const keys = Object.entries(own);
    const of = (id: string): object => {
      const found = keys.find(([key]) => key === id)?.[1];
      if (found === undefined) return {};
      return found instanceof Object && 'timeZone' in found ? { calendar: found } : { stages: found };
    };
    return {
      ...given,
      areas: given.areas.map((area) => ({ ...area, ...of(area.id) })),
      categories: given.categories.map((category) => ({ ...category, ...of(category.id) })),
    };
  });

import { aContext, aReport, aTicketCommunity } from '../../../../test/support/a-ticket';
import { Category } from '../../community/category';
import { foldTicket } from '../apply-ticket-event';
import { reportTicket } from '../reporting/report-ticket';

const policies = Category.parse({
  id: 'policies',
  zh: '政策',
  en: 'Policies',
  class: '7d',
  about: '',
  desk: 'community',
});
const community = aTicketCommunity();
const context = aContext('2026-11-20T02:00:00.000Z', {
  community: { ...community, categories: [...community.categories, policies] },
});
const ask = (area: string | null) => {
  const report = aReport({ category: 'policies', place: { area, words: null } });
  const { events, says } = reportTicket(report, context);
  return { ticket: foldTicket(null, events), wordings: says.map((say) => say.card ?? say.wording) };
};

test('a matter of no place goes to the staff on duty at once, and nobody asks which building', () => {
  const { ticket, wordings } = ask(null);
  expect(ticket).toMatchObject({ phase: 'dispatched', placeAsked: false });
  expect(wordings).not.toContain('ticket.ask-place');
  const staff = community.officers
    .filter(({ roles }) => roles.some(({ role }) => role === 'staff'))
    .map(({ id }) => id);
  expect(ticket?.handlers.every((person) => staff.includes(person))).toBe(true);
});

test('where a building is named all the same, its grid worker has it', () => {
  const building = community.areas.find(({ kind }) => kind === 'building')?.id ?? null;
  const workers = community.officers.filter(({ roles }) => roles.some(({ role }) => role === 'grid-worker'));
  expect(workers.map(({ id }) => id)).toEqual(expect.arrayContaining([...(ask(building).ticket?.handlers ?? [])]));
});

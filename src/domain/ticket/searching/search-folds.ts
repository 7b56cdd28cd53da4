import type { Folds } from '../folds';
import type { Ticket } from '../ticket';
import { noSearch, type Search } from './search';

const searching = (ticket: Ticket, change: (search: Search) => Partial<Search>): Ticket => {
  const search = ticket.search ?? noSearch;
  return { ...ticket, search: { ...search, ...change(search) } };
};

type SearchEvent =
  | 'search-described'
  | 'widening-asked'
  | 'widening-held'
  | 'search-called'
  | 'lead-given'
  | 'find-denied'
  | 'family-linked'
  | 'search-ended';

export const searchFolds: Folds<SearchEvent> = {
  // After an end it begins anew: whoever was asked then is asked again.
  'search-described': (ticket, { at, words, photos, lostAt }) =>
    searching(ticket, ({ endedAt }) => ({
      ...(endedAt === null ? {} : { circle: 0, groups: [], people: [], leads: [] }),
      described: { at, words, photos, lostAt },
      fresh: true,
      asking: null,
      endedAt: null,
    })),
  'widening-asked': (ticket, { at, circle, to }) =>
    searching(ticket, ({ asking }) => ({
      asking: { circle, at, to, times: asking?.circle === circle ? asking.times + 1 : 1 },
    })),
  'widening-held': (ticket, { at }) =>
    searching(ticket, ({ asking }) => ({ asking: asking && { ...asking, at, to: [] } })),
  'search-called': (ticket, { at, circle, groups, people }) => ({
    ...searching(ticket, (search) => ({
      fresh: false,
      circle,
      calls: search.calls + 1,
      calledAt: at,
      groups: [...new Set([...search.groups, ...groups])],
      people: [...new Set([...search.people, ...people])],
      asking: null,
    })),
    newsAt: at,
  }),
  'lead-given': (ticket, { at, by, place, words, photos, group, found }) => ({
    ...searching(ticket, ({ leads }) => ({
      leads: [...leads, { at, by, place, words, photos, group, found: found ? 'said' : null }],
    })),
    newsAt: at,
  }),
  'find-denied': (ticket, { at }) => ({
    ...searching(ticket, ({ leads }) => ({
      leads: leads.map((lead) => (lead.found === 'said' ? { ...lead, found: 'denied' } : lead)),
    })),
    newsAt: at,
  }),
  'family-linked': (ticket, { person, words }) =>
    searching(ticket, ({ family }) => ({
      family: [...family.filter((each) => person === null || each.person !== person), { person, words }],
    })),
  'search-ended': (ticket, { at }) => searching(ticket, () => ({ endedAt: at, asking: null, fresh: false })),
};

import { Deed } from '../../domain/deeds/deed';
import { deedDue } from '../../domain/deeds/tick-deed';
import { peopleOfSandbox } from './look';
import { seenEvent, type LookTicketNeeds } from './look-ticket';

/** A deed that a neighbour named, with the fields of a ticket as far as it has them. */
export const seenDeed = async (stored: unknown, needs: LookTicketNeeds) => {
  const deed = Deed.parse(stored);
  const [events, { memberId }] = await Promise.all([needs.matters.events(deed.id), peopleOfSandbox(needs)]);
  const due = deedDue(deed);
  return {
    ...{ number: deed.number, kind: 'deed', state: deed.phase, category: null },
    categoryName: { zh: '好人好事', en: 'good deed' },
    ...{ class: null, place: null, owner: null, mergedInto: null, reopenings: 0 },
    ...{ solved: null, satisfied: null, postings: [], dueAt: due },
    handlers: deed.asked.map(memberId),
    reporters: [memberId(deed.by)],
    history: events.map((event) => seenEvent(event, memberId)),
    clocks: due === null ? [] : [{ at: due, what: 'ask', level: null }],
  };
};

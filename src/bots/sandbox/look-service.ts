import { Service } from '../../domain/timebank/service';
import { serviceDue } from '../../domain/timebank/tick-service';
import { peopleOfSandbox } from './look';
import { seenEvent, type LookTicketNeeds } from './look-ticket';

/** Hours served, with the fields of a ticket as far as they have them. */
export const seenService = async (stored: unknown, needs: LookTicketNeeds) => {
  const service = Service.parse(stored);
  const [events, { memberId }] = await Promise.all([needs.matters.events(service.id), peopleOfSandbox(needs)]);
  const due = serviceDue(service);
  return {
    ...{ number: service.number, kind: 'service', state: service.phase, category: null },
    categoryName: { zh: '时间银行', en: 'time bank' },
    ...{ class: null, place: null, owner: null, mergedInto: null, reopenings: 0 },
    ...{ solved: null, satisfied: null, postings: [], dueAt: due },
    handlers: service.asked.map(memberId),
    reporters: [memberId(service.helper)],
    history: events.map((event) => seenEvent(event, memberId)),
    clocks: due === null ? [] : [{ at: due, what: 'ask', level: null }],
  };
};

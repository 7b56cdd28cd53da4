import { FundEntry } from '../../domain/fund/fund-entry';
import { fundDue } from '../../domain/fund/tick-entry';
import { peopleOfSandbox } from './look';
import { seenEvent, type LookTicketNeeds } from './look-ticket';

/** A line of the public account, with the fields of a ticket as far as it has them. */
export const seenFund = async (stored: unknown, needs: LookTicketNeeds) => {
  const entry = FundEntry.parse(stored);
  const [events, { memberId }] = await Promise.all([needs.matters.events(entry.id), peopleOfSandbox(needs)]);
  const due = fundDue(entry);
  return {
    ...{ number: entry.number, kind: 'fund', state: entry.phase, category: null },
    categoryName: { zh: '养老大账单', en: 'elder-care account' },
    ...{ class: null, place: null, owner: null, mergedInto: null, reopenings: 0 },
    ...{ solved: null, satisfied: null, postings: [], dueAt: due },
    handlers: entry.asked.map(memberId),
    reporters: [memberId(entry.by)],
    history: events.map((event) => seenEvent(event, memberId)),
    clocks: due === null ? [] : [{ at: due, what: 'ask', level: null }],
  };
};

import { Companion } from '../../domain/pairing/companion';
import { companionDue } from '../../domain/pairing/tick-companion';
import { peopleOfSandbox } from './look';
import { seenEvent, type LookTicketNeeds } from './look-ticket';

/** An offer to pair, with the fields of a ticket as far as it has them; `handlers`: who answers for the old one. */
export const seenCompanion = async (stored: unknown, needs: LookTicketNeeds) => {
  const companion = Companion.parse(stored);
  const [events, { memberId }] = await Promise.all([needs.matters.events(companion.id), peopleOfSandbox(needs)]);
  const due = companionDue(companion);
  const state = companion.pair?.phase ?? (companion.willing ? 'willing' : 'resting');
  return {
    ...{ number: companion.number, kind: 'companion', state, category: null },
    categoryName: { zh: '邻里结对', en: 'pair of neighbours' },
    ...{ class: null, place: null, owner: memberId(companion.person), mergedInto: null, reopenings: 0 },
    ...{ solved: null, satisfied: null, postings: [], dueAt: due },
    handlers: (companion.pair?.to ?? []).map(memberId),
    reporters: companion.pair ? [memberId(companion.pair.by)] : [],
    history: events.map((event) => seenEvent(event, memberId)),
    clocks: due === null ? [] : [{ at: due, what: 'ask', level: null }],
  };
};

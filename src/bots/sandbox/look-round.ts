import { Round } from '../../domain/rounds/round';
import { roundDue } from '../../domain/rounds/round-clock';
import { peopleOfSandbox } from './look';
import { seenEvent, type LookTicketNeeds } from './look-ticket';

/** The household round, with the fields of a ticket as far as it has them; of no household anything is shown. */
export const seenRound = async (stored: unknown, needs: LookTicketNeeds) => {
  const round = Round.parse(stored);
  const [events, { memberId }] = await Promise.all([needs.matters.events(round.id), peopleOfSandbox(needs)]);
  const due = roundDue(round);
  return {
    ...{ number: round.number, kind: 'round', state: round.phase, category: null },
    categoryName: { zh: '入户评分', en: 'household round' },
    ...{ class: null, place: null, owner: null, mergedInto: null, reopenings: 0 },
    ...{ solved: null, satisfied: null, postings: [], dueAt: due, handlers: [], reporters: [] },
    history: events.map((event) => seenEvent(event, memberId)),
    clocks: due === null ? [] : [{ at: due, what: 'round', level: null }],
  };
};

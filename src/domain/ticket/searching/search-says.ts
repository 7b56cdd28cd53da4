import type { Say } from '../../decision';
import type { PersonId } from '../../ids';
import { tell } from '../telling/tell';
import { headOf } from '../telling/ticket-card';
import type { Ticket } from '../ticket';
import type { Circle } from './search-circle';

/** The person as the call describes them, and when and where they were seen last. */
const descriptionOf = ({ search, place, reportedAt, words, photos }: Ticket) => {
  const described = search?.described;
  return {
    photos: described?.photos ?? photos,
    said: {
      words: described?.words ?? words,
      at: described?.lostAt ?? reportedAt,
      place,
      photo: (described?.photos ?? photos).length > 0,
    },
  };
};

/** Text 9, in the groups of this circle, and in private to who wished it. */
export const callSays = (ticket: Ticket, { groups, people }: Circle): readonly Say[] => {
  const { photos, said } = descriptionOf(ticket);
  const key = `search.${ticket.cycle}.${ticket.search?.calls ?? 0}`;
  const spoken = { wording: 'ticket.search-call', params: { number: ticket.number, ...said } } as const;
  // Prompt, not critical: it waits a moment for the photo, without which nobody knows whom to look for.
  const extras = { urgency: 'prompt', photos } as const;
  return [...groups.map((chat) => ({ to: { chat }, key, ...extras, ...spoken })), ...tell(people, key, spoken, extras)];
};

/** To the family and the leader on duty: what would be said, and to whom. */
export const approvalSays = (ticket: Ticket, circle: Circle, to: readonly PersonId[], key: string): readonly Say[] => {
  const { photos, said } = descriptionOf(ticket);
  return tell(
    to,
    key,
    {
      wording: 'ticket.search-ask',
      params: {
        ...headOf(ticket),
        ...said,
        circle: circle.circle,
        groups: circle.groups,
        people: circle.people.length,
      },
    },
    { urgency: 'critical', question: true, choices: ['agree', 'disagree'], photos },
  );
};

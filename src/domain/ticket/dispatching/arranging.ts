import type { Community } from '../../community/community';
import { gridLeadersFor, onDuty, staffFor, streetOfficeFor } from '../../community/responsible';
import { hasRole } from '../../community/may';
import type { Say } from '../../decision';
import type { Moment, PersonId } from '../../ids';
import { stageDue } from '../clocks/stage-clock';
import { tell, whenAwake } from '../telling/tell';
import { headOf } from '../telling/ticket-card';
import { areaOf } from '../ticket-area';
import type { Ticket } from '../ticket';
import type { TicketContext } from '../ticket-context';
import { approversOf, directorsOf, firstWithPeople, idsOf } from './approvers';
import { communityFor, isForDirectors } from './desk-people';
import { handlersFor } from './dispatch-ticket';

/** As many handlers as a question can offer. */
export const mostOffered = 4;

/** Whether somebody approves before it goes to a desk. Danger and the green channel never wait, and complaints about staff have their own way. */
export const isApproved = (ticket: Ticket, community: Community): boolean => {
  if (ticket.class === 'critical' || ticket.green !== null || isForDirectors(ticket.category, community)) return false;
  const own = community.categories.find(({ id }) => id === ticket.category)?.dispatch;
  return (own ?? community.policy.dispatch) === 'by-person';
};

export const objectorsOf = ({ moves }: Ticket): readonly PersonId[] => moves.map(({ by }) => by);

const without = (people: readonly PersonId[], gone: readonly PersonId[]): readonly PersonId[] =>
  people.filter((person) => !gone.includes(person));

/** Who arranges it: those who approve, else those above; not one who just gave it back, while there is another. */
export const arrangersOf = (ticket: Ticket, community: Community, at: Moment): readonly PersonId[] => {
  const others = (people: readonly PersonId[]) =>
    community.officers.filter(({ id }) => without(people, objectorsOf(ticket)).includes(id));
  return idsOf(
    firstWithPeople([
      () => others(approversOf(ticket, community, at)),
      () => others(directorsOf(ticket, community, at)),
      () => others(idsOf(streetOfficeFor(community, at))),
      () => community.officers.filter(({ id }) => approversOf(ticket, community, at).includes(id)),
    ]),
  );
};

/** Who rules when it went to and fro: the directors, and where one of them gave it back, the street office. */
export const rulersOf = (ticket: Ticket, community: Community, at: Moment): readonly PersonId[] => {
  const gone = objectorsOf(ticket);
  const directors = without(directorsOf(ticket, community, at), gone);
  const street = without(idsOf(streetOfficeFor(community, at)), gone);
  return [directors, street].find((people) => people.length > 0) ?? directorsOf(ticket, community, at);
};

/** Whom a question offers: those the pack's rule would ask, then who leads the place and who is at the desk. */
export const offeredFor = (ticket: Ticket, everybody: Community, at: Moment): readonly PersonId[] => {
  const community = communityFor(ticket, everybody);
  const area = areaOf(ticket, community);
  const clerks = onDuty(community, area, at).filter((person) => hasRole(person, 'staff'));
  const known = [
    ...handlersFor(ticket, everybody, at),
    ...idsOf(gridLeadersFor(community, area, at)),
    ...idsOf(clerks.length > 0 ? clerks : staffFor(community, area, at)),
  ];
  return without([...new Set(known)], objectorsOf(ticket)).slice(0, mostOffered);
};

/** To those who arrange: what it is, why it is theirs, and whom they may send. */
export const arrangeSays = (
  ticket: Ticket,
  { step, again }: { readonly step: string; readonly again: boolean },
  context: TicketContext,
): readonly Say[] => {
  const { arranging } = ticket;
  if (!arranging) return [];
  return tell(
    arranging.to,
    step,
    {
      wording: 'ticket.arrange',
      params: {
        ...headOf(ticket),
        why: arranging.why,
        by: arranging.by,
        words: arranging.words === null ? ticket.words : [arranging.words],
        offered: arranging.offered,
        due: stageDue(ticket, context.community, 'dispatch') ?? context.now,
        again,
      },
    },
    {
      ...whenAwake(ticket, context),
      question: true,
      choices: arranging.offered.map((person) => `assign-${person}` as const),
      photos: again ? [] : ticket.photos,
    },
  );
};

import { actingFor } from '../../community/absence';
import type { Community } from '../../community/community';
import type { Moment, PersonId } from '../../ids';
import { communityFor } from '../dispatching/desk-people';
import type { Ticket } from '../ticket';

/** Who acts for this person then, for this ticket; null: nobody else. */
export const standInThen = (ticket: Ticket, person: PersonId, community: Community, at: Moment): PersonId | null => {
  const officer = community.officers.find(({ id }) => id === person);
  const acting = officer ? actingFor(communityFor(ticket, community), officer, at) : null;
  return acting === null || acting.id === person ? null : acting.id;
};

/** When a leave of this person begins that was not begun yet when they got the ticket; one with somebody who stands in. */
export const leavesAfter = (
  ticket: Ticket,
  person: PersonId,
  since: Moment,
  community: Community,
): readonly Moment[] => {
  const said = community.dutyChanges.filter(({ person: who, kind }) => who === person && kind === 'absent');
  const planned = community.substitutes.flatMap(({ person: who, during }) =>
    who === person && during ? [during] : [],
  );
  return [...new Set([...said, ...planned].map(({ from }) => from))]
    .filter((from) => from >= since && standInThen(ticket, person, community, from) !== null)
    .sort();
};

import type { Community, Person } from '../../community/community';
import type { Level } from '../../community/policy';
import { hasRole } from '../../community/may';
import { directorsFor, gridLeadersFor, onDuty, staffFor, streetOfficeFor } from '../../community/responsible';
import type { Moment, PersonId } from '../../ids';
import { approversOf } from './approvers';
import { communityFor, isForDirectors } from './desk-people';
import { areaOf } from '../ticket-area';
import type { Ticket } from '../ticket';

/** Whoever the matter rests with: those who review its result, its owner, else those asked to claim it, else those asked to approve it. */
export const holdersOfMatter = (ticket: Ticket, community: Community): readonly PersonId[] => {
  if (ticket.phase === 'under-review' && ticket.review) return ticket.review.to;
  if (ticket.arranging) return ticket.arranging.to;
  if (ticket.claimedBy) return [ticket.claimedBy];
  return ticket.phase === 'reported' ? approversOf(ticket, community, ticket.reportedAt) : ticket.handlers;
};

const peopleOf = (level: Level, ticket: Ticket, everybody: Community, at: Moment): readonly Person[] => {
  const community = communityFor(ticket, everybody);
  const area = areaOf(ticket, community);
  switch (level) {
    case 'grid-leader':
      return gridLeadersFor(community, area, at);
    case 'community': {
      if (isForDirectors(ticket.category, community)) return directorsFor(community, area, at);
      const duty = onDuty(community, area, at).filter((person) => hasRole(person, 'staff'));
      return [...directorsFor(community, area, at), ...(duty.length > 0 ? duty : staffFor(community, area, at))];
    }
    case 'street':
      return streetOfficeFor(community, at);
  }
};

/** The people of a level, for the place of this ticket; not those it rests with, who know already. */
export const othersAt = (level: Level, ticket: Ticket, community: Community, at: Moment): readonly Person[] => {
  const holders = holdersOfMatter(ticket, community);
  const doers =
    ticket.phase === 'under-review'
      ? [ticket.claimedBy, ticket.resolvedBy, ...ticket.parts.map(({ doer }) => doer)]
      : [];
  return peopleOf(level, ticket, community, at).filter(({ id }) => !holders.includes(id) && !doers.includes(id));
};

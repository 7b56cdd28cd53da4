import { areaById, gridOf, isWithin } from '../../community/area-tree';
import type { Community, GroupChat, Person } from '../../community/community';
import { hasRole } from '../../community/may';
import type { AreaId, ChatId, PersonId } from '../../ids';
import { isConcernedWith } from '../working/is-concerned';
import type { Ticket } from '../ticket';
import type { Search } from './search';

/** Whom a circle asks that was not asked before. */
export interface Circle {
  readonly circle: number;
  readonly groups: readonly ChatId[];
  /** Who wished to be asked in private. */
  readonly people: readonly PersonId[];
}

/** Groups of the place: of its grid, of something in it, or of all that is around it. */
const isNear = ({ area }: GroupChat, place: AreaId | null, community: Community): boolean => {
  const grid = gridOf(community, place)?.id ?? null;
  return grid === null || isWithin(community, grid, area) || isWithin(community, area, grid);
};

const groupsOf = (place: AreaId | null, circle: number, community: Community): readonly ChatId[] => {
  const purposes = community.policy.searchCircles.slice(0, circle).flat();
  return community.groups
    .filter((group) => purposes.includes(group.purpose))
    .filter((group) => circle > 1 || isNear(group, place, community))
    .map(({ id }) => id);
};

/** The first circle asks those of the place and riders, who are everywhere; the wider ones whoever wished to be asked. */
const isAmong = (person: Person, place: AreaId | null, circle: number, community: Community): boolean => {
  if (circle > 1 || hasRole(person, 'rider')) return true;
  const grid = gridOf(community, place)?.id ?? null;
  const home = person.building ?? person.roles.find(({ area }) => areaById(community, area)?.kind === 'grid')?.area;
  return grid === null || (home !== undefined && isWithin(community, home, grid));
};

const ofCircle = (
  ticket: Ticket,
  search: Search,
  circle: number,
  { community, helpers }: { readonly community: Community; readonly helpers: readonly Person[] },
): Circle => {
  const place = ticket.place.area;
  const again = search.fresh;
  const wished = helpers
    .filter((person) => isAmong(person, place, circle, community) && !isConcernedWith(ticket, person))
    .map(({ id }) => id);
  return {
    circle,
    groups: groupsOf(place, circle, community).filter((group) => again || !search.groups.includes(group)),
    people: wished.filter((person) => again || !search.people.includes(person)),
  };
};

/**
 * The next circle that has somebody to ask; null: everybody was asked. What is described anew is said in the circle that
 * was asked already, before it grows wider.
 */
export const nextCircle = (
  ticket: Ticket,
  context: { readonly community: Community; readonly helpers: readonly Person[] },
): Circle | null => {
  const { search } = ticket;
  if (!search?.described) return null;
  const widest = context.community.policy.searchCircles.length;
  const first = search.fresh ? Math.max(1, search.circle) : search.circle + 1;
  for (let circle = first; circle <= widest; circle += 1) {
    const next = ofCircle(ticket, search, circle, context);
    if (next.groups.length + next.people.length > 0) return next;
  }
  return null;
};

import type { Community, Person, Role } from '../community/community';
import { hasRole } from '../community/may';
import { directorsFor, gridLeadersFor, holdersOf, streetOfficeFor } from '../community/responsible';
import type { Level } from '../community/policy';
import type { AreaId, Moment, PersonId } from '../ids';
import { stepOf, type Topic } from './topic';

/** Roles that may open a topic, and take up what residents propose. */
export const talkRoles: readonly Role[] = ['grid-worker', 'grid-leader', 'staff', 'director'];

const leaders: readonly Role[] = ['staff', 'director'];

/** Who answers for a topic that is only proposed yet. */
const forProposals: readonly Role[] = ['staff'];

export const rolesOf = (topic: Topic): readonly Role[] => stepOf(topic)?.who ?? forProposals;

const holders = (
  community: Community,
  wanted: readonly Role[],
  area: AreaId | null,
  at: Moment,
): readonly PersonId[] => {
  const place = area ?? community.areas.find(({ kind }) => kind === 'community')?.id ?? null;
  return [...new Set(wanted.flatMap((role) => holdersOf(community, role, place, at)).map(({ id }) => id))];
};

/** Those whom a step of these roles is for; where nobody holds them, the directors. */
export const peopleFor = (
  community: Community,
  wanted: readonly Role[],
  area: AreaId | null,
  at: Moment,
): readonly PersonId[] => {
  const found = holders(community, wanted, area, at);
  return found.length > 0 ? found : holders(community, ['director'], area, at);
};

/** Whether this person may record what came of the present step: whose it is, and those who lead. */
export const mayStep = (topic: Topic, by: Person, community: Community): boolean =>
  topic.to.includes(by.id) ||
  hasRole(by, leaders, { community, area: topic.area }) ||
  hasRole(by, rolesOf(topic), { community, area: topic.area });

/** Whoever brought it, and those who work here. */
export const isConcernedIn = (topic: Topic, by: Person): boolean =>
  topic.proposer === by.id || topic.to.includes(by.id) || hasRole(by, [...talkRoles, 'inspector']);

/** Of what groups may see, everybody may know where it stands. */
export const mayKnowTopic = (topic: Topic, by: Person): boolean =>
  isConcernedIn(topic, by) || (topic.shown && topic.phase !== 'proposed' && topic.phase !== 'declined');

/** Whether somebody stands above those of these roles at this level. */
const isAbove = (level: Level, wanted: readonly Role[]): boolean =>
  level !== 'grid-leader' || wanted.every((role) => role !== 'staff' && role !== 'director' && role !== 'grid-leader');

/** The people of a level, without those who have the step already. */
export const levelPeople = (topic: Topic, level: Level, community: Community, at: Moment): readonly PersonId[] => {
  if (!isAbove(level, rolesOf(topic))) return [];
  const place = topic.area ?? community.areas.find(({ kind }) => kind === 'community')?.id ?? null;
  const found = {
    'grid-leader': () => gridLeadersFor(community, place, at),
    community: () => directorsFor(community, place, at),
    street: () => streetOfficeFor(community, at),
  }[level]();
  return found.map(({ id }) => id).filter((id) => !topic.to.includes(id));
};

import type { Community, Person, Role } from '../community/community';
import { hasRole } from '../community/may';
import type { ChatId } from '../ids';
import type { Activity } from './activity';

/** Roles that may call for volunteers. */
export const callingRoles: readonly Role[] = ['captain', 'grid-worker', 'grid-leader', 'staff', 'director'];

const deskRoles: readonly Role[] = ['staff', 'director'];

/** Whoever called, and staff. */
export const mayLead = (activity: Activity, by: Person, community: Community): boolean =>
  activity.leader === by.id || hasRole(by, deskRoles, { community, area: activity.area });

/** What hears of an activity: its groups, as long as they are there. */
export const groupsOf = ({ plan }: Pick<Activity, 'plan'>, { groups }: Pick<Community, 'groups'>): readonly ChatId[] =>
  plan.groups.filter((id) => groups.some((group) => group.id === id));

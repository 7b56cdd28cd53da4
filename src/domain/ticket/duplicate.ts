import { addMinutes } from 'date-fns';
import type { CategoryId } from '../community/category';
import type { Community } from '../community/community';
import type { Guard } from '../decision';
import type { AreaId, Moment } from '../ids';

/** The fact "this category is open here": category and area cell. Null where either is unknown: then nothing is merged. */
export const openGuardId = (category: CategoryId | null, area: AreaId | null): string | null =>
  category && area ? `open:${category}:${area}` : null;

/** Whether the ticket this guard names is recent enough to be the same matter. */
export const isRecent = (guard: Guard, now: Moment, community: Community): boolean =>
  guard.value?.at !== undefined && addMinutes(guard.value.at, community.policy.duplicateMinutes).toISOString() >= now;

import { addMinutes } from 'date-fns';
import type { CategoryId } from '../../community/category';
import type { Community } from '../../community/community';
import type { Guard, GuardWrite } from '../../decision';
import type { AreaId, Moment } from '../../ids';
import { isApplication } from '../applying/lacks-papers';
import { isForDirectors } from '../dispatching/desk-people';
import type { Ticket } from '../ticket';
import { guardOf, type TicketContext } from '../ticket-context';

/**
 * The fact "this category is open here": category and area cell. Null where either is unknown: then nothing is merged.
 * Nor are complaints about staff: nobody learns from one's own that there is another; nor applications, which are each
 * person's own.
 */
export const openGuardId = (category: CategoryId | null, area: AreaId | null, community: Community): string | null =>
  category && area && !isForDirectors(category, community) && !isApplication(category, community)
    ? `open:${category}:${area}`
    : null;

/** Whether the ticket this guard names is recent enough to be the same matter. */
export const isRecent = (guard: Guard, now: Moment, community: Community): boolean =>
  guard.value?.at !== undefined && addMinutes(guard.value.at, community.policy.duplicateMinutes).toISOString() >= now;

/**
 * From now on this ticket is the one that a like report joins. While another recent one is there, that stays: what was
 * joined to it is not torn apart.
 */
export const guardOpen = (ticket: Ticket, context: TicketContext): readonly GuardWrite[] => {
  const id = openGuardId(ticket.category, ticket.place.area, context.community);
  // What somebody wishes for is not what somebody else reports.
  if (!id || ticket.nature === 'suggestion') return [];
  const guard = guardOf(context, id);
  const begins = ticket.reportedAt === context.now;
  const others = guard.value?.matter !== ticket.id && isRecent(guard, context.now, context.community);
  if (!begins && others) return [];
  return [{ id, version: guard.version, value: { matter: ticket.id, number: ticket.number, at: ticket.reportedAt } }];
};

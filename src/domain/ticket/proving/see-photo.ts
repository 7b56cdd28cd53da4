import type { CategoryId } from '../../community/category';
import { decision, type Decision } from '../../decision';
import type { PhotoId } from '../../ids';
import { quietOne } from '../reporting/danger-doubt';
import { headOf, isShownInGroups } from '../telling/ticket-card';
import { tell } from '../telling/tell';
import type { Ticket } from '../ticket';
import type { TicketContext } from '../ticket-context';
import type { TicketEvent } from '../ticket-event';

/** What a photo of a report seems to show. */
export interface PhotoSeen {
  readonly photo: PhotoId;
  readonly category: CategoryId | null;
  readonly danger: boolean;
}

/** Whether somebody outside may look at the photos: not of a danger, which people look at, nor of what no group may see. */
export const mayBeSeen = (ticket: Ticket, { community }: Pick<TicketContext, 'community'>): boolean =>
  community.policy.outsidePhotos &&
  ticket.class !== 'critical' &&
  ticket.phase !== 'doubted' &&
  (ticket.category === null || isShownInGroups(ticket.category, community));

/** A note for the history. What may be a danger is put before one person on duty; nothing is ever called off by it. */
export const seePhoto = (
  ticket: Ticket,
  { photo, category, danger }: PhotoSeen,
  context: TicketContext,
): Decision<TicketEvent> | null => {
  if (!ticket.photos.includes(photo)) return null;
  const to = danger && mayBeSeen(ticket, context) ? quietOne(ticket, context) : [];
  return decision<TicketEvent>({
    events: [{ kind: 'photo-seen', at: context.now, photo, category, danger, to: [...to] }],
    says: tell(
      to,
      `photo-danger.${photo}`,
      { wording: 'ticket.photo-danger', params: headOf(ticket) },
      { urgency: 'critical', photos: [photo] },
    ),
  });
};

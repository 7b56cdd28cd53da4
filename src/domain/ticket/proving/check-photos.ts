import { decision, type Decision } from '../../decision';
import type { PhotoId } from '../../ids';
import { headOf } from '../telling/ticket-card';
import { tell, whenAwake } from '../telling/tell';
import type { Ticket } from '../ticket';
import type { TicketContext } from '../ticket-context';
import type { TicketEvent } from '../ticket-event';
import { faultOf, type PhotoFault, type ProofPhoto } from './photo-fault';

/** Photos to be looked at: those of the report, and those of the work that is said to be done. */
export const photosToCheck = (ticket: Ticket): readonly PhotoId[] => [
  ...ticket.photos,
  ...(ticket.resolution?.photos ?? []),
];

/** A danger that is over needs no proof, and a matter that was called back has a better one. */
export const awaitsCheck = (ticket: Ticket): boolean =>
  (ticket.phase === 'resolved' || ticket.phase === 'under-review') &&
  ticket.class !== 'critical' &&
  ticket.photoCheck === null &&
  (ticket.resolution?.photos.length ?? 0) > 0;

type Verdict = 'passed' | PhotoFault;

/** One good photo is enough. Null while any is still on its way, or where none could be had. */
const verdictOf = (ticket: Ticket, photos: readonly ProofPhoto[], context: TicketContext): Verdict | null => {
  if (photos.some(({ state }) => state === 'wanted')) return null;
  const kept = photos.filter(({ state }) => state === 'kept');
  const after = kept.filter(({ id }) => ticket.resolution?.photos.includes(id));
  const before = kept.filter(({ id }) => ticket.photos.includes(id));
  if (after.length === 0) return null;
  const { timeZone } = context.community.calendar;
  const faults = after.map((photo) => faultOf(photo, before, { reportedAt: ticket.reportedAt, timeZone }));
  return faults.includes(null) ? 'passed' : (faults[0] ?? 'passed');
};

/**
 * Looks at the photos of a closing once they are there. A failed check asks the handler for another photo or a reason;
 * the closing stands, and the reporter is asked all the same. Null: there is nothing to tell yet.
 */
export const checkPhotos = (
  ticket: Ticket,
  photos: readonly ProofPhoto[],
  context: TicketContext,
): Decision<TicketEvent> | null => {
  const verdict = awaitsCheck(ticket) ? verdictOf(ticket, photos, context) : null;
  if (verdict === null) return null;
  const { now: at } = context;
  if (verdict === 'passed')
    return decision<TicketEvent>({ events: [{ kind: 'photo-checked', at, fault: null, to: [] }] });
  const to = [ticket.resolvedBy ?? ticket.claimedBy ?? []].flat();
  const params = { ...headOf(ticket), fault: verdict };
  return decision<TicketEvent>({
    events: [{ kind: 'photo-checked', at, fault: verdict, to }],
    says: [
      ...tell(
        to,
        `photo-ask.${at}`,
        { wording: 'ticket.photo-ask', params },
        { ...whenAwake(ticket, context), question: true, choices: ['another-photo', 'no-photo'] },
      ),
      ...tell(
        ticket.review?.to ?? [],
        `photo-doubt.${at}`,
        { wording: 'ticket.photo-doubt', params },
        whenAwake(ticket, context),
      ),
    ],
  });
};

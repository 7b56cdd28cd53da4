import { addMinutes } from '../../calendar/local-time';
import { areaById, isWithin } from '../../community/area-tree';
import type { Community } from '../../community/community';
import type { AreaId, PhotoId } from '../../ids';
import { metresBetween, type Spot } from '../../photos/distance';
import { isSameFile, looksAlike, type PictureFacts } from '../../photos/look-alike';
import type { Ticket } from '../ticket';
import { barOf } from './may-merge';

/** What is known of the photos of some tickets; one that is not fetched yet is absent. */
export type PhotoFacts = ReadonlyMap<PhotoId, PictureFacts & { readonly place: Spot | null }>;

/** Another ticket that may be the same matter; `alike`: their photos are, otherwise they are near in place and time. */
export interface Same {
  readonly other: Ticket;
  readonly alike: boolean;
}

/** As far as two photos of one spot lie apart, with the error of a telephone between houses. */
const nearMetres = 150;

/** Areas too wide for two things in them to be near. */
const isWide = (area: AreaId, community: Community): boolean =>
  ['community', 'street'].includes(areaById(community, area)?.kind ?? 'street');

const areasMeet = (one: AreaId | null, other: AreaId | null, community: Community): boolean | null => {
  if (one === null || other === null || isWide(one, community) || isWide(other, community)) return null;
  return isWithin(community, one, other) || isWithin(community, other, one);
};

const pairs = (ticket: Ticket, other: Ticket, facts: PhotoFacts) =>
  ticket.photos.flatMap((photo) =>
    other.photos.flatMap((its) => {
      const [one, two] = [facts.get(photo), facts.get(its)];
      return one && two ? [{ one, two }] : [];
    }),
  );

const areNear = (ticket: Ticket, other: Ticket, facts: PhotoFacts, community: Community): boolean =>
  areasMeet(ticket.place.area, other.place.area, community) === true ||
  pairs(ticket, other, facts).some(
    ({ one, two }) => one.place !== null && two.place !== null && metresBetween(one.place, two.place) <= nearMetres,
  );

/** One file of a picture without features, sent of two places, shows nothing of either. */
const areAlike = (ticket: Ticket, other: Ticket, facts: PhotoFacts, community: Community): boolean =>
  pairs(ticket, other, facts).some(({ one, two }) =>
    one.hash === null && isSameFile(one, two)
      ? areasMeet(ticket.place.area, other.place.area, community) !== false
      : looksAlike(one, two),
  );

const isWithinMinutes = (ticket: Ticket, other: Ticket, minutes: number): boolean =>
  addMinutes(other.reportedAt, minutes) >= ticket.reportedAt;

/** Whether anybody may be asked about this one: it is under way, it is no danger, and nobody was asked before. */
export const asksForSame = (ticket: Ticket): boolean =>
  ['reported', 'dispatched', 'claimed'].includes(ticket.phase) &&
  ticket.class !== 'critical' &&
  ticket.category !== null &&
  !ticket.placeAsked &&
  ticket.offered === null &&
  ticket.absorbed.length === 0;

/** An earlier ticket that this one may be; a look-alike photo says more than the place. */
export const findSame = (
  ticket: Ticket,
  others: readonly Ticket[],
  facts: PhotoFacts,
  community: Community,
): Same | null => {
  if (!asksForSame(ticket)) return null;
  const { sameMinutes, lookAlikeDays } = community.policy;
  const earlier = others.filter(
    (other) =>
      other.number < ticket.number && other.category === ticket.category && barOf(ticket, other, community) === null,
  );
  const alike = earlier.find(
    (other) => isWithinMinutes(ticket, other, lookAlikeDays * 24 * 60) && areAlike(ticket, other, facts, community),
  );
  if (alike) return { other: alike, alike: true };
  const near = earlier.find(
    (other) => isWithinMinutes(ticket, other, sameMinutes) && areNear(ticket, other, facts, community),
  );
  return near ? { other: near, alike: false } : null;
};

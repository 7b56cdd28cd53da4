import { areaById, buildingOf } from '../community/area-tree';
import type { Category, CategoryId } from '../community/category';
import type { Area, Community } from '../community/community';
import type { AreaId, Moment } from '../ids';
import { promisedDue } from '../ticket/clocks/stage-clock';
import { deskOf, intoOf, isOpen, saidState } from '../ticket/telling/ticket-card';
import type { Ticket } from '../ticket/ticket';
import type { SaidState } from '../wording/said-state';

/**
 * All that strangers may know of a ticket: what, roughly where, how far it is. A field that is not listed here is on no
 * public page and in no answer to another system: no words, no names, no door.
 */
export interface PublicTicket {
  readonly number: number;
  /** Null while nobody has said what it is. */
  readonly category: CategoryId | null;
  /** A building, a public place, or what lies around them; never a unit. */
  readonly area: AreaId | null;
  readonly desk: AreaId | null;
  readonly open: boolean;
  readonly state: SaidState;
  /** The number of what it was merged into. */
  readonly into: number | null;
  readonly reportedAt: Moment;
  readonly closedAt: Moment | null;
  /** Promised for; null once it is closed. */
  readonly dueAt: Moment | null;
}

/** Dangers, people who are lost, applications and what no group may see are nobody else's business. */
const isPublicCategory = (category: Category): boolean =>
  category.card !== 'never' &&
  category.class !== 'critical' &&
  category.desk !== 'directors' &&
  category.seeksPerson !== true &&
  category.papers === undefined;

export const publicCategories = ({ categories }: Pick<Community, 'categories'>): readonly Category[] =>
  categories.filter(isPublicCategory);

/** A unit says too much of who lives there: the building is enough. */
export const coarseArea = (community: Pick<Community, 'areas'>, area: AreaId | null): Area | null =>
  buildingOf(community, area) ?? areaById(community, area);

/** Whether strangers may learn that it is there. */
export const isPublic = (ticket: Ticket, community: Community): boolean =>
  publicCategories(community).some(({ id }) => id === ticket.category) &&
  ticket.class !== 'critical' &&
  ticket.phase !== 'doubted' &&
  saidState(ticket) !== 'withdrawn' &&
  ticket.about.length === 0 &&
  ticket.papers === null &&
  ticket.search === null;

/** What is said of it outside, once it may be spoken of at all: to strangers if it is public, to the system that posted it. */
export const publicTicket = (ticket: Ticket, community: Community): PublicTicket => {
  const open = isOpen(ticket);
  return {
    number: ticket.number,
    category: ticket.category,
    area: coarseArea(community, ticket.place.area)?.id ?? null,
    desk: deskOf(ticket, community),
    open,
    state: saidState(ticket),
    into: intoOf(ticket).into ?? null,
    reportedAt: ticket.reportedAt,
    closedAt: ticket.closedAt,
    dueAt: open ? promisedDue(ticket, community) : null,
  };
};

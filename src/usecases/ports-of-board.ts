import type { CategoryId } from '../domain/community/category';
import type { AreaId, MatterId, Moment, PersonId } from '../domain/ids';
import type { Stored } from './ports';

/** Tickets that a list asks for; what is null is not asked. */
export interface TicketQuery {
  readonly open: boolean | null;
  readonly areas: readonly AreaId[] | null;
  readonly category: CategoryId | null;
  /** One of these reported it, was asked for it, or has it; more than one may bear a name. */
  readonly people: readonly PersonId[] | null;
  /** Of none of these. */
  readonly without: readonly CategoryId[];
  /** First reported from then on, and before then. */
  readonly from: Moment | null;
  readonly to: Moment | null;
  /** Only those of these areas, or that this person is part of; null: of all. */
  readonly within: { readonly areas: readonly AreaId[]; readonly person: PersonId } | null;
}

/** Tickets to be counted for somebody. */
export interface TicketCount extends TicketQuery {
  /** They may be complained of in a ticket that names them and has no category yet: only its reporters count it. */
  readonly viewer: PersonId;
}

/** The last ticket of a page, behind which the next one goes on. */
export interface TicketCursor {
  readonly reportedAt: Moment;
  readonly number: number;
}

export interface BoardTickets {
  /** Dangers that nobody has taken charge of, the newest first. */
  burning(limit: number): Promise<readonly Stored<unknown>[]>;
  /** Open tickets to which time does something next, the earliest first. */
  dueNext(within: TicketQuery['within'], limit: number): Promise<readonly Stored<unknown>[]>;
  /** Open tickets that this person has, and those that are their business otherwise, each the newest first. */
  inHands(person: PersonId, limit: number): Promise<readonly Stored<unknown>[]>;
  /** Those that are there, in any order. */
  byIds(ids: readonly MatterId[]): Promise<readonly Stored<unknown>[]>;
  /** The newest first, found by an index whatever is asked: no page is counted off. */
  page(query: TicketQuery, after: TicketCursor | null, limit: number): Promise<readonly Stored<unknown>[]>;
  /** How many there are, counted up to `most`; some seconds old at most. */
  count(query: TicketCount, most: number): Promise<number>;
  /** How many tickets of these categories there are by place: open ones, or those reported in a span; some seconds old at most. */
  byPlace(
    asked: { readonly open: true } | { readonly from: Moment; readonly to: Moment },
    categories: readonly CategoryId[],
  ): Promise<readonly { readonly area: AreaId | null; readonly count: number }[]>;
  /** Matters in whose words all of these stand, those said last first; each as often as it says so. */
  saying(
    words: string,
    before: { readonly at: Moment; readonly id: string } | null,
    limit: number,
  ): Promise<readonly { readonly matter: MatterId; readonly at: Moment; readonly id: string }[]>;
}

/** Tells that some matter changed; what it is, whoever may see it asks. */
export interface MatterChanges {
  /** Returns how to stop listening. */
  listen(heard: () => void): () => void;
}

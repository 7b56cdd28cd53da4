import type { CategoryId } from '../domain/community/category';
import type { Moment } from '../domain/ids';
import type { Ticket } from '../domain/ticket/ticket';

/** Another system that may post requests. Its key itself is kept nowhere. */
export interface ApiKey {
  readonly id: string;
  readonly name: string;
  /** From where pictures are fetched that it names; without one, none are. */
  readonly mediaHosts: readonly string[];
}

export interface ApiKeys {
  /** The key is shown this once. Null: the name is taken. */
  make(key: { readonly name: string; readonly mediaHosts: readonly string[] }): Promise<string | null>;
  /** Whose key it is; null when unknown or revoked. */
  find(key: string): Promise<ApiKey | null>;
  list(): Promise<readonly (ApiKey & { readonly madeAt: Date; readonly revokedAt: Date | null })[]>;
  /** False: there is none of that name in use. */
  revoke(name: string): Promise<boolean>;
}

/** A request that another system posted, and the ticket that it became. */
export interface PostedRequest {
  readonly cause: string;
  readonly key: string;
  readonly token: string;
  /** Null until the ticket is known. */
  readonly number: number | null;
}

export interface PostedRequests {
  /** Notes it unless it is noted; the one that is noted. */
  begin(posted: Omit<PostedRequest, 'number'>): Promise<PostedRequest>;
  became(cause: string, number: number): Promise<void>;
  byCauses(causes: readonly string[]): Promise<readonly PostedRequest[]>;
  byToken(token: string): Promise<PostedRequest | null>;
  /** Those of these tickets that came through this key. */
  numbersOf(key: string, among: readonly number[]): Promise<readonly number[]>;
}

export interface OpenTicketsQuery {
  readonly categories: readonly CategoryId[];
  /** Reported then; both ends count. */
  readonly from: Moment;
  readonly to: Moment;
  readonly open: boolean | null;
  readonly skip: number;
  readonly limit: number;
}

/** Tickets as they are looked at from outside; what may be seen of each is the domain's to say. */
export interface OpenTickets {
  /** Of the public categories, and not hidden by what they are; the newest first. */
  find(query: OpenTicketsQuery): Promise<readonly OpenTicket[]>;
  byNumbers(numbers: readonly number[]): Promise<readonly OpenTicket[]>;
}

export interface OpenTicket {
  readonly ticket: Ticket;
  /** When something last happened to it. */
  readonly changedAt: Moment;
}

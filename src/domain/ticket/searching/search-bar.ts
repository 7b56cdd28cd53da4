import type { Community } from '../../community/community';
import type { PersonId } from '../../ids';
import type { TicketRefusal, Verb } from '../refusal';
import { seeksPerson } from '../seeking/seeks-person';
import type { Ticket } from '../ticket';
import type { TicketCommand } from '../ticket-command';
import { isHome } from './show-person';

/** Why somebody who is looked for stays so, or is looked for no more. */
export type SearchBar =
  /** Only whoever has it says that it is over. */
  | 'owner-only'
  /** Nobody has it yet: who takes charge may end it. */
  | 'no-owner'
  /** People are out looking: it is ended before it goes elsewhere. */
  | 'running'
  /** Found: thank you all the same. */
  | 'over'
  /** Nobody has said yet what the person looks like. */
  | 'not-described'
  /** Everybody was asked. */
  | 'all-asked'
  /** Somebody answered it before. */
  | 'answered';

const isUnderway = ({ phase }: Ticket): boolean => phase === 'dispatched' || phase === 'claimed' || phase === 'waiting';

/** Why nothing can be said of looking for somebody here; null: it can. */
export const notLookedFor = (ticket: Ticket, verb: Verb, community: Community): TicketRefusal | null => {
  if (!seeksPerson(ticket.category, community)) return { kind: 'state', verb };
  if (isHome(ticket, community)) return { kind: 'search', why: 'over' };
  return isUnderway(ticket) ? null : { kind: 'state', verb };
};

/** People were asked to look, and have not been told that it is over. */
export const isRunning = ({ search }: Ticket): boolean =>
  search !== null && search.circle > 0 && search.endedAt === null;

const endings: readonly TicketCommand['kind'][] = ['resolve', 'settle', 'false-alarm'];
const leavings: readonly TicketCommand['kind'][] = ['decline', 'merge'];

/** While people look for somebody, only whoever has it ends it, and it is nobody's to send elsewhere. */
export const barOfSearch = (ticket: Ticket, kind: TicketCommand['kind'], by: PersonId): TicketRefusal | null => {
  if (!isRunning(ticket)) return null;
  if (leavings.includes(kind)) return { kind: 'search', why: 'running' };
  if (!endings.includes(kind) || ticket.claimedBy === by) return null;
  return { kind: 'search', why: ticket.claimedBy === null ? 'no-owner' : 'owner-only' };
};

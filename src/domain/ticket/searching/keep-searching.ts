import type { PersonId } from '../../ids';
import type { TicketRefusal } from '../refusal';
import type { Ticket } from '../ticket';
import type { CommandKind } from '../ticket-command';
import { isRunning } from './search-bar';

const endings: readonly CommandKind[] = ['resolve', 'settle', 'false-alarm'];
const leavings: readonly CommandKind[] = ['decline', 'merge'];

/** While people look for somebody, only whoever has it ends it, and it is nobody's to send elsewhere. */
export const barOfSearch = (ticket: Ticket, kind: CommandKind, by: PersonId): TicketRefusal | null => {
  if (!isRunning(ticket)) return null;
  if (leavings.includes(kind)) return { kind: 'search', why: 'running' };
  if (!endings.includes(kind) || ticket.claimedBy === by) return null;
  return { kind: 'search', why: ticket.claimedBy === null ? 'no-owner' : 'owner-only' };
};

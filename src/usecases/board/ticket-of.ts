import { Ticket } from '../../domain/ticket/ticket';
import type { Stored } from '../ports';

/** A state that was read once is not checked again: whoever keeps it keeps the object. */
const read = new WeakMap<object, Ticket>();

/** The ticket of what is stored. */
export const ticketOf = ({ state }: Stored<unknown>): Ticket => {
  if (typeof state !== 'object' || state === null) return Ticket.parse(state);
  const ticket = read.get(state) ?? Ticket.parse(state);
  read.set(state, ticket);
  return ticket;
};

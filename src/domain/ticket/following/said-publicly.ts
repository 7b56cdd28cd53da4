import type { Community } from '../../community/community';
import { publicTicket } from '../../open-data/public-ticket';
import type { Head, SaidState } from '../../wording/params';
import type { Ticket } from '../ticket';

/** A matter as a stranger may hear of it: what the public page shows, and nothing more. */
export const saidPublicly = (ticket: Ticket, community: Community): Head & { readonly state: SaidState } => {
  const { number, category, area, state } = publicTicket(ticket, community);
  return { number, category, place: { area, words: null }, state };
};

import type { Community } from '../../community/community';
import { drawn } from '../reviewing/drawn';
import type { Ticket } from '../ticket';

/**
 * Whether staff ring up a reporter who never answered: always for danger, for care and for what was reopened; of the
 * others a share, whose draw is the ticket's own and can be drawn again.
 */
export const isRungUp = (ticket: Ticket, { policy }: Community): boolean =>
  ticket.class === 'critical' ||
  ticket.reopenings > 0 ||
  (ticket.category !== null && policy.phoneTaskCategories.includes(ticket.category)) ||
  drawn(`${ticket.id}:phone`) < policy.phoneTaskShare;

import type { Community } from '../../community/community';
import { isOwnResult } from '../in-person/told';
import { drawn } from '../reviewing/drawn';
import { reportersOf } from '../telling/tell';
import type { Ticket } from '../ticket';

/** The question reaches none of those who reported. */
export const isHeardByNobody = (ticket: Ticket): boolean =>
  ticket.unheard.length > 0 && reportersOf(ticket).every((person) => ticket.unheard.includes(person));

/** Reported for somebody else by whoever did the work: nobody but staff can ask. */
const isForOtherByOwner = (ticket: Ticket): boolean =>
  ticket.onBehalf !== null && isOwnResult(ticket, ticket.reporters[0]?.person ?? '');

/**
 * Whether staff ring up a reporter who never answered: always whom no question reaches, for danger, for care and for
 * what was reopened; of the others a share, whose draw is the ticket's own and can be drawn again.
 */
export const isRungUp = (ticket: Ticket, { policy }: Community): boolean =>
  isHeardByNobody(ticket) ||
  ticket.class === 'critical' ||
  ticket.reopenings > 0 ||
  isForOtherByOwner(ticket) ||
  (ticket.category !== null && policy.phoneTaskCategories.includes(ticket.category)) ||
  drawn(`${ticket.id}:phone`) < policy.phoneTaskShare;

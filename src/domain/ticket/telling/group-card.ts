import type { Say } from '../../decision';
import { afterQuietHours } from '../../notices/after-quiet-hours';
import type { Ticket } from '../ticket';
import type { TicketContext } from '../ticket-context';

/** In a group of several parts a card stands where its report does. */
export const replyOfCard = ({ cardReplyTo }: Ticket): Pick<Say, 'replyTo'> =>
  cardReplyTo === null ? {} : { replyTo: cardReplyTo };

/** The card of the group; at night it waits for the morning. */
export const groupCard = (ticket: Ticket, { now, community }: TicketContext, key = 'group'): readonly Say[] =>
  ticket.cardGroup
    ? [
        {
          to: { chat: ticket.cardGroup },
          key,
          urgency: 'ordinary',
          card: 'group',
          mode: 'send',
          ...replyOfCard(ticket),
          ...afterQuietHours(now, community),
        },
      ]
    : [];

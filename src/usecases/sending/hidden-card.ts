import type { Community } from '../../domain/community/community';
import type { CardSay } from '../../domain/decision';
import { isShownInGroups } from '../../domain/ticket/telling/ticket-card';
import { Ticket } from '../../domain/ticket/ticket';
import type { OutboxRow } from '../ports';
import type { DeliveryPorts } from './delivery-ports';

/** It turned out to be something that no group may read of, also while the card waited to be sent. */
export const isHiddenCard = (ticket: Ticket, { card }: CardSay, community: Community): boolean =>
  card === 'group' && !isShownInGroups(ticket.category, community);

export const isHiddenNow = async (
  { matter }: OutboxRow,
  say: CardSay,
  ports: Pick<DeliveryPorts, 'matters' | 'communities'>,
): Promise<boolean> => {
  const stored = matter?.kind === 'ticket' ? await ports.matters.load<unknown>(matter.id) : null;
  return stored !== null && isHiddenCard(Ticket.parse(stored.state), say, await ports.communities.current());
};

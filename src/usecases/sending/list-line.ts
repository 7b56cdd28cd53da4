import { Ticket } from '../../domain/ticket/ticket';
import { ticketCard } from '../../domain/ticket/telling/ticket-card';
import type { SpokenOf } from '../../domain/wording/params';
import type { OutboxRow } from '../ports';
import type { DeliveryPorts } from './delivery-ports';
import { isHiddenCard } from './hidden-card';

type Ports = Pick<DeliveryPorts, 'matters' | 'communities'>;
type Line = SpokenOf<'ticket.cards'>['params']['items'][number];

/**
 * The card as a line of a list, as it is now; null: it stands in none (any more). `hidden`: no group may read of it;
 * `withdrawn`: it is nothing any more.
 */
export const lineOf = async (
  { say, matter }: OutboxRow,
  ports: Ports,
): Promise<{ readonly kind: 'line'; readonly line: Line } | { readonly kind: 'hidden' | 'withdrawn' }> => {
  const stored = matter && (await ports.matters.load<unknown>(matter.id));
  if (!stored || say.card === undefined) return { kind: 'hidden' };
  const [ticket, community] = [Ticket.parse(stored.state), await ports.communities.current()];
  if (isHiddenCard(ticket, say, community)) return { kind: 'hidden' };
  const card = ticketCard(ticket, 'group', community, null);
  if (card.wording !== 'ticket.card') return { kind: 'hidden' };
  return card.params.state === 'withdrawn' ? { kind: 'withdrawn' } : { kind: 'line', line: card.params };
};

/** The rows that still are lines, with these. */
export const linesOf = async (
  rows: readonly OutboxRow[],
  ports: Ports,
): Promise<readonly { readonly row: OutboxRow; readonly line: Line }[]> => {
  const found = await Promise.all(rows.map(async (row) => ({ row, said: await lineOf(row, ports) })));
  return found.flatMap(({ row, said }) => (said.kind === 'line' ? [{ row, line: said.line }] : []));
};

import type { ChatRecord, OutboxRow, Platform } from '../ports';
import type { Composed } from './composed';
import type { DeliveryPorts } from './delivery-ports';
import { lineOf, linesOf } from './list-line';
import { outgoing } from './say-row';

/**
 * What stands in a list and no group may read any more leaves it: the list is changed where that can be done, else taken
 * back and said again without the line. Where neither can be done staff are told, and nothing more is said of it. Null:
 * its line may stand. `card`: the row that was the line.
 */
export const composeWithoutLine = async (
  row: OutboxRow,
  card: OutboxRow,
  chat: ChatRecord,
  platform: Platform,
  ports: DeliveryPorts,
): Promise<Composed | null> => {
  const { kind } = await lineOf(card, ports);
  if (kind === 'line') return null;
  const { edits } = platform.capabilities;
  // What was withdrawn may stand; where no list is changed its end is said instead.
  if (kind === 'withdrawn' && (!edits || card.list === null)) return null;
  if (card.list === null) return { kind: 'nothing' };
  const { first, as } = card.list;
  const rest = await linesOf(await ports.outbox.linesOf(first), ports);
  const compose = (spoken: Parameters<typeof outgoing>[1]) => outgoing(row, spoken, chat, platform, ports);
  const bare = { choices: [], photos: [] };
  if (edits && rest.length > 0) {
    const items = rest.map(({ line }) => line);
    const message = await compose({ wording: 'ticket.cards', params: { items }, ...bare });
    return { kind: 'edit', message, as, ...(kind === 'hidden' ? { hides: true } : {}) };
  }
  const hidden = { wording: 'ticket.card-hidden', params: { number: row.matter?.number ?? 0 } } as const;
  const again = rest.map(({ row: line }) => line);
  return { kind: 'take-back', message: await compose({ ...hidden, ...bare }), as, again };
};

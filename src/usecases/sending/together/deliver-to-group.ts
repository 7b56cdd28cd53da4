import { Ticket } from '../../../domain/ticket/ticket';
import { ticketCard } from '../../../domain/ticket/telling/ticket-card';
import type { SpokenOf } from '../../../domain/wording/params';
import type { ChatRecord, OutboxRow, Platform } from '../../ports';
import { sendTogether } from './deliver-together';
import type { DeliveryPorts } from '../delivery-ports';
import { isHiddenCard } from '../hidden-card';
import { later, settled, type Turn } from '../settle-outcome';

interface Delivery {
  readonly row: OutboxRow;
  readonly chat: ChatRecord;
  readonly platform: Platform;
  readonly fence: number;
}

type Cards = SpokenOf<'ticket.cards'>;

/** No message waits longer for others, on the machine's clock. */
const patienceMs = 20_000;
/** Lines of one list. */
const most = 20;

/** A card, and what changes it: nobody waits for these, while an answer or an alarm goes at once. */
export const isCardOrEditForGroup = ({ say, matter }: OutboxRow): boolean =>
  say.card === 'group' && say.urgency !== 'critical' && matter?.kind === 'ticket';

/** The cards as they are now; what no group may read of any more is left out. */
const cardsOf = async (rows: readonly OutboxRow[], ports: DeliveryPorts): Promise<Cards> => {
  const community = await ports.communities.current();
  const items = await Promise.all(
    rows.map(async ({ say, matter }) => {
      const stored = matter && (await ports.matters.load<unknown>(matter.id));
      if (!stored || say.card === undefined) return [];
      const ticket = Ticket.parse(stored.state);
      const card = isHiddenCard(ticket, say, community) ? null : ticketCard(ticket, 'group', community, null);
      return card?.wording === 'ticket.card' ? [card.params] : [];
    }),
  );
  return { wording: 'ticket.cards', params: { items: items.flat() } };
};

const sayTogether = async (delivery: Delivery, rows: readonly OutboxRow[], ports: DeliveryPorts): Promise<Turn> => {
  const spoken = await cardsOf(rows, ports);
  if (spoken.params.items.length === 0) {
    for (const row of rows) await ports.outbox.sent(row.id, []);
    return settled;
  }
  // What answers the list names a number, and the last word of each is said anew: no row is the message.
  return sendTogether({ ...delivery, rows }, { spoken, choices: [], is: null }, ports);
};

/**
 * While little of a group's budget is left, cards and their edits wait a moment: edits become one, and several cards are
 * said as one list, so that what is left is there for what cannot wait. `alone`: how a single one is said.
 */
export const deliverToGroup = async (
  delivery: Delivery,
  alone: () => Promise<Turn>,
  ports: DeliveryPorts,
): Promise<Turn> => {
  const { row, chat, platform } = delivery;
  const now = { program: ports.clock.now(), machine: ports.machine.now() };
  const low = ports.budgets.low(chat, platform.capabilities, now.machine);
  const waited = row.state === 'ready' && row.notBefore.getTime() > 0;
  const left = row.createdAt.getTime() + patienceMs - now.machine.getTime();
  if (low > 0 && left > 0 && row.attempts === 0) {
    await ports.outbox.postpone(
      row.id,
      later(ports, Math.min(low, left)),
      'the group has heard much: it comes as a list',
    );
    return settled;
  }
  if (!waited && low === 0) return alone();
  const rows = (await ports.outbox.together(chat.id, 'group-cards', now)).slice(0, most);
  return rows.length > 1 && rows.some(({ id }) => id === row.id) ? sayTogether(delivery, rows, ports) : alone();
};

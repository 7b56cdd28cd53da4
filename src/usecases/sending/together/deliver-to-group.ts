import { joinsOthers } from '../../../domain/notices/joins-others';
import type { ChatRecord, OutboxRow, Platform } from '../../ports';
import { sendTogether, speakTogether } from './deliver-together';
import type { DeliveryPorts } from '../delivery-ports';
import { isHiddenNow } from '../hidden-card';
import { linesOf } from '../list-line';
import { later, settled, type Turn } from '../settle-outcome';
import { sayNotices } from './say-notices';

interface Delivery {
  readonly row: OutboxRow;
  readonly chat: ChatRecord;
  readonly platform: Platform;
  readonly fence: number;
}

/** No message waits longer for others, on the machine's clock. */
const patienceMs = 20_000;
/** Lines of one list. */
const most = 20;

type Waits = 'group-cards' | 'group-notices';

/** A card, what changes it, a notice: nobody waits for these, while an answer or an alarm (null) goes at once. */
export const waitsAs = ({ say, matter }: OutboxRow): Waits | null => {
  if (joinsOthers(say)) return 'group-notices';
  return say.card === 'group' && say.urgency !== 'critical' && matter?.kind === 'ticket' ? 'group-cards' : null;
};

const sayCards = async (delivery: Delivery, rows: readonly OutboxRow[], ports: DeliveryPorts): Promise<Turn> => {
  const lines = await linesOf(rows, ports);
  const [first] = lines;
  // What no group may read of any more is said nowhere.
  for (const row of rows) if (!lines.some((each) => each.row.id === row.id)) await ports.outbox.sent(row.id, []);
  if (!first) return settled;
  const together = { ...delivery, rows: lines.map(({ row }) => row) };
  const spoken = { wording: 'ticket.cards', params: { items: lines.map(({ line }) => line) } } as const;
  const said = await speakTogether(together, first.row, { spoken, choices: [] }, ports);
  // What answers the list names a number, and the last word of each is said anew: no row is the message.
  return sendTogether(together, { said, is: null, isList: true }, ports);
};

const sayTogether = { 'group-cards': sayCards, 'group-notices': sayNotices } as const;

/**
 * While little of a group's budget is left, cards, their edits and notices wait a moment: edits become one, several cards
 * are said as one list, and several notices in one message, so that what is left is there for what cannot wait. `alone`:
 * how a single one is said.
 */
export const deliverToGroup = async (
  delivery: Delivery,
  waits: Waits,
  alone: () => Promise<Turn>,
  ports: DeliveryPorts,
): Promise<Turn> => {
  const { row, chat, platform } = delivery;
  // What is taken away does not wait.
  if (row.say.card !== undefined && row.say.mode === 'edit' && (await isHiddenNow(row, row.say, ports))) return alone();
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
  const rows = (await ports.outbox.together(chat.id, waits, now)).slice(0, most);
  return rows.length > 1 && rows.some(({ id }) => id === row.id) ? sayTogether[waits](delivery, rows, ports) : alone();
};

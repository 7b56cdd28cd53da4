import { morningItem, oneLineEach } from '../../../domain/notices/morning-item';
import type { ChoiceId } from '../../../domain/decision';
import type { MorningItem } from '../../../domain/wording/morning-line';
import type { Spoken } from '../../../domain/wording/params';
import type { ChatRecord, OutboxRow, Platform, SendOutcome } from '../../ports';
import { contentOf, speak } from '../compose-row';
import type { DeliveryPorts } from '../delivery-ports';
import { later, settled, settleFailure, settleOutcome, type Turn } from '../settle-outcome';

export interface Together {
  readonly rows: readonly OutboxRow[];
  readonly chat: ChatRecord;
  readonly platform: Platform;
  readonly fence: number;
}

const itemsOf = async (rows: readonly OutboxRow[], ports: DeliveryPorts): Promise<readonly MorningItem[]> => {
  const found = await Promise.all(
    rows.map(async (row): Promise<readonly MorningItem[]> => {
      const content = await contentOf(row, ports);
      const item = content && morningItem(content);
      return item ? [{ ...item, standsFor: row.say.standsFor ?? null }] : [];
    }),
  );
  return oneLineEach(found.flat());
};

/** The rows share an end: each is written down as if it had gone by itself. */
export const forEach = async (rows: readonly OutboxRow[], settle: (row: OutboxRow) => Promise<Turn>): Promise<Turn> => {
  let turn: Turn = settled;
  for (const row of rows) turn = await settle(row);
  return turn;
};

export const transmitTogether = async (
  { rows, chat, platform }: Together,
  spoken: Spoken,
  choices: readonly ChoiceId[],
  ports: DeliveryPorts,
): Promise<Exclude<SendOutcome, { kind: 'migrated' }>> => {
  const [first] = rows;
  if (!first) return { kind: 'sent', as: [] };
  const content = { ...spoken, choices, photos: [] };
  const said = await speak(first, content, chat, platform, ports);
  const message = { id: first.id, chat, ...said, photos: [], replyTo: null, number: null };
  const outcome = await platform.send(message);
  // A private chat keeps its id; where it did not, it is tried again under the new one.
  return outcome.kind === 'migrated' ? { kind: 'wait', ms: 1_000 } : outcome;
};

/**
 * What waited for the morning, in one message that lists the matters with what each wants. Every row keeps its own
 * state: after a kill each is sent again, together again, and counted.
 */
export const deliverTogether = async (together: Together, ports: DeliveryPorts): Promise<Turn> => {
  const { rows, chat, platform, fence } = together;
  const items = await itemsOf(rows, ports);
  if (items.length === 0) {
    for (const row of rows) await ports.outbox.sent(row.id, []);
    return settled;
  }
  const now = ports.machine.now();
  const wait = ports.budgets.wait(chat, platform.capabilities, 1, false, now);
  if (wait > 0) return { kind: 'stop', at: later(ports, wait) };
  for (const row of rows) if (!(await ports.outbox.begin(row.id, fence))) return { kind: 'lost' };
  ports.budgets.spend(chat, platform.capabilities, 1, now);
  try {
    const outcome = await transmitTogether(together, { wording: 'duty.morning', params: { items } }, [], ports);
    // No row is the message: an answer to the list names its number, and a card in it is sent when somebody takes it.
    const ended = outcome.kind === 'sent' ? { ...outcome, as: [] } : outcome;
    return await forEach(rows, (row) => settleOutcome(row, chat, ended, ports));
  } catch (error) {
    return forEach(rows, (row) => settleFailure(row, chat, error, 'platform', ports));
  }
};

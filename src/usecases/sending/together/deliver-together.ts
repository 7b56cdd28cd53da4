import { morningItem, oneLineEach } from '../../../domain/notices/morning-item';
import type { ChoiceId } from '../../../domain/decision';
import type { MessageId } from '../../../domain/ids';
import type { MorningItem } from '../../../domain/wording/morning-line';
import type { Spoken } from '../../../domain/wording/params';
import type { ChatRecord, Outgoing, OutboxRow, Platform, SendOutcome } from '../../ports';
import { costOf } from '../cost-of';
import type { DeliveryPorts } from '../delivery-ports';
import { contentOf, speak } from '../say-row';
import { later, settled, settleFailure, settleOutcome, type Turn } from '../settle-outcome';

export interface Together {
  readonly rows: readonly OutboxRow[];
  readonly chat: ChatRecord;
  readonly platform: Platform;
  readonly fence: number;
}

/** What several rows say in one message. */
export interface SaidTogether {
  readonly said: Pick<Outgoing, 'text' | 'choices'>;
  /** The row that is the message: what answers it is found by that; null: no row is. */
  readonly is: MessageId | null;
  /** Each row is a line of it, and may have to leave it. */
  readonly isList?: true;
}

/** The rows share an end: each is written down as if it had gone by itself. */
const forEach = async (rows: readonly OutboxRow[], settle: (row: OutboxRow) => Promise<Turn>): Promise<Turn> => {
  let turn: Turn = settled;
  for (const row of rows) turn = await settle(row);
  return turn;
};

/** Words for all of them, in the language of the chat. */
export const speakTogether = (
  { chat, platform }: Together,
  first: OutboxRow,
  { spoken, choices }: { readonly spoken: Spoken; readonly choices: readonly ChoiceId[] },
  ports: DeliveryPorts,
): Promise<SaidTogether['said']> => speak(first, { ...spoken, choices, photos: [] }, chat, platform, ports);

const transmit = async (message: Outgoing, platform: Platform): Promise<Exclude<SendOutcome, { kind: 'migrated' }>> => {
  const outcome = await platform.send(message);
  // It is tried again under the new id.
  return outcome.kind === 'migrated' ? { kind: 'wait', ms: 1_000 } : outcome;
};

/** One message for all of the rows, paid for as what it is; every row keeps its own state. */
export const sendTogether = async (
  { rows, chat, platform, fence }: Together,
  { said, is, isList }: SaidTogether,
  ports: DeliveryPorts,
): Promise<Turn> => {
  const [first] = rows;
  if (!first) return settled;
  const message = { id: first.id, chat, ...said, photos: [], replyTo: null, number: null };
  const cost = costOf(message.text, 0, platform.capabilities);
  const now = ports.machine.now();
  const wait = ports.budgets.wait(chat, platform.capabilities, cost, false, now);
  if (wait > 0) return { kind: 'stop', at: later(ports, wait) };
  for (const row of rows) if (!(await ports.outbox.begin(row.id, fence))) return { kind: 'lost' };
  ports.budgets.spend(chat, platform.capabilities, cost, now);
  try {
    const outcome = await transmit(message, platform);
    const ofNone = outcome.kind === 'sent' ? { ...outcome, as: [] } : outcome;
    const list = isList && outcome.kind === 'sent' ? { list: { first: first.id, as: outcome.as } } : {};
    return await forEach(rows, (row) =>
      settleOutcome(row, chat, row.id === is ? outcome : ofNone, ports, { within: is, ...list }),
    );
  } catch (error) {
    return forEach(rows, (row) => settleFailure(row, chat, error, 'platform', ports));
  }
};

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

/**
 * What waited for the morning, in one message that lists the matters with what each wants. Every row keeps its own
 * state: after a kill each is sent again, together again, and counted.
 */
export const deliverTogether = async (together: Together, ports: DeliveryPorts): Promise<Turn> => {
  const items = await itemsOf(together.rows, ports);
  const [first] = together.rows;
  if (first === undefined || items.length === 0) {
    for (const row of together.rows) await ports.outbox.sent(row.id, []);
    return settled;
  }
  // An answer to the list names its number, and a card in it is sent when somebody takes it: no row is the message.
  const spoken = { wording: 'duty.morning', params: { items } } as const;
  const said = await speakTogether(together, first, { spoken, choices: [] }, ports);
  return sendTogether(together, { said, is: null }, ports);
};

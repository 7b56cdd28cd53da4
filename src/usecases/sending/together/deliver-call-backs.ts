import { cycleAsked, digestChoices } from '../../../domain/ticket/calling-back/ask-call-back';
import { nextDigest } from '../../../domain/ticket/calling-back/next-digest';
import { Ticket } from '../../../domain/ticket/ticket';
import type { ChatRecord, OutboxRow, Platform } from '../../ports';
import { callBackList } from './call-back-list';
import { sendTogether, speakTogether } from './deliver-together';
import type { DeliveryPorts } from '../delivery-ports';
import { settled, type Turn } from '../settle-outcome';

interface Delivery {
  readonly row: OutboxRow;
  readonly chat: ChatRecord;
  readonly platform: Platform;
  readonly fence: number;
}

/** It was closed, reopened or answered while the question waited. */
const isStillAsked = async ({ say, matter, person }: OutboxRow, ports: DeliveryPorts): Promise<boolean> => {
  const stored = matter && (await ports.matters.load<unknown>(matter.id));
  const ticket = stored?.ref.kind === 'ticket' ? Ticket.parse(stored.state) : null;
  if (ticket === null || ticket.cycle !== cycleAsked(say.key)) return false;
  // Closed by another reporter's answer: this one's own still counts.
  const open = ticket.phase === 'resolved' || ticket.closedFor === 'called-back';
  return open && !ticket.answers.some((answer) => answer.person === person);
};

/** Of one matter only the last question; the others, and what nobody need ask any more, count as said. */
const toAsk = async (rows: readonly OutboxRow[], ports: DeliveryPorts): Promise<readonly OutboxRow[]> => {
  const last = new Map(rows.map((row) => [row.matter?.id, row]));
  const asked: OutboxRow[] = [];
  for (const row of rows) {
    if (last.get(row.matter?.id) === row && (await isStillAsked(row, ports))) asked.push(row);
    else await ports.outbox.sent(row.id, []);
  }
  return asked;
};

/**
 * A rider is asked once a day how things came out: what comes after the first question waits for the next day, and is
 * one message. `alone`: how a single one is said.
 */
export const deliverCallBacks = async (
  delivery: Delivery,
  alone: () => Promise<Turn>,
  ports: DeliveryPorts,
): Promise<Turn> => {
  const { row, chat } = delivery;
  const now = { program: ports.clock.now(), machine: ports.machine.now() };
  const rows = await toAsk(await ports.outbox.together(chat.id, 'call-backs', now), ports);
  if (!rows.some(({ id }) => id === row.id)) return settled;
  const { lastAt, nextAt } = await ports.outbox.askedOf(chat.id, now.program);
  const community = await ports.communities.current();
  // What comes while others wait, waits with them.
  const heldUntil =
    nextDigest(lastAt?.toISOString() ?? null, now.program.toISOString(), community) ?? nextAt?.toISOString() ?? null;
  // One that was interrupted is on its way: it is not put off.
  if (heldUntil !== null && rows.every(({ state }) => state === 'ready')) {
    for (const { id } of rows) await ports.outbox.hold(id, new Date(heldUntil));
    return settled;
  }
  if (rows.length === 1) return alone();
  // The first row is the message: what answers it is found by that, and through it the others.
  const [first] = rows;
  if (first === undefined) return settled;
  const together = { ...delivery, rows };
  const said = await speakTogether(together, first, { spoken: callBackList(rows), choices: digestChoices }, ports);
  return sendTogether(together, { said, is: first.id }, ports);
};

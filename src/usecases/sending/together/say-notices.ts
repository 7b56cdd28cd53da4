import type { ChatRecord, OutboxRow, Platform } from '../../ports';
import type { DeliveryPorts } from '../delivery-ports';
import { contentOf, speak } from '../say-row';
import { settled, settleFailure, type Turn } from '../settle-outcome';
import { sendTogether, speakTogether } from './deliver-together';

interface Delivery {
  readonly chat: ChatRecord;
  readonly platform: Platform;
  readonly fence: number;
}

interface Notice {
  readonly row: OutboxRow;
  readonly text: string;
}

const between = '\n\n';

/** What it says now; null: it has nothing to say any more, and counts as said. */
const textOf = async (row: OutboxRow, { chat, platform }: Delivery, ports: DeliveryPorts): Promise<string | null> => {
  const content = await contentOf(row, ports);
  if (content !== null) return (await speak(row, content, chat, platform, ports)).text;
  await ports.outbox.sent(row.id, []);
  return null;
};

/** One that cannot be put together is tried again by itself, and does not hold up the others. */
const noticesOf = async (
  rows: readonly OutboxRow[],
  delivery: Delivery,
  ports: DeliveryPorts,
): Promise<readonly Notice[]> => {
  const notices: Notice[] = [];
  for (const row of rows)
    try {
      const text = await textOf(row, delivery, ports);
      if (text !== null) notices.push({ row, text });
    } catch (error) {
      // Begun, so that the try is counted.
      if (await ports.outbox.begin(row.id, delivery.fence))
        await settleFailure(row, delivery.chat, error, 'composing', ports);
    }
  return notices;
};

/** As many of the first as one message holds beside its heading, and at least one. */
const thatFit = (notices: readonly Notice[], room: number): readonly Notice[] => {
  let length = 0;
  return notices.filter(({ text }, index) => {
    length += text.length + between.length;
    return index === 0 || length <= room;
  });
};

/** Notices in one message, in order and each as it would have been said alone: what answers it names a number. */
export const sayNotices = async (
  delivery: Delivery,
  rows: readonly OutboxRow[],
  ports: DeliveryPorts,
): Promise<Turn> => {
  const notices = await noticesOf(rows, delivery, ports);
  const [first] = notices;
  if (!first) return settled;
  const together = { ...delivery, rows };
  const headed = (count: number) =>
    speakTogether(together, first.row, { spoken: { wording: 'help.several', params: { count } }, choices: [] }, ports);
  const { maxText } = delivery.platform.capabilities;
  const fitting = thatFit(notices, maxText - (await headed(notices.length)).text.length);
  const heading = fitting.length === 1 ? [] : [(await headed(fitting.length)).text];
  const text = [...heading, ...fitting.map((notice) => notice.text)].join(between);
  const said = { said: { text, choices: [] }, is: null };
  return sendTogether({ ...together, rows: fitting.map(({ row }) => row) }, said, ports);
};

import type { SpokenOf } from '../../domain/wording/params';
import type { Where } from '../../domain/wording/search-params';
import type { DeliveryPorts } from './delivery-ports';
import type { OutboxRow } from '../ports';

type Ports = Pick<DeliveryPorts, 'outbox' | 'machine' | 'chats'>;
type Report = SpokenOf<'ticket.recall-report'>;

/** How long the report waits for what is still being taken back, on the machine's clock. */
const patienceMs = 5 * 60_000;

/** Each place once; a group by its title, also one that threw the bot out. */
const places = (rows: readonly OutboxRow[], { chats }: Ports): Promise<readonly Where[]> =>
  Promise.all(
    [...new Map(rows.map((row) => [row.chat, row])).values()].map(async ({ chat, person }) =>
      person === null ? { title: (await chats.byId(chat))?.title ?? chat } : { person },
    ),
  );

const recallsWith = async (row: OutboxRow, { outbox }: Ports): Promise<readonly OutboxRow[]> => {
  const recalls = row.matter === null ? [] : await outbox.recallsOf(row.matter.id);
  return recalls.filter(({ matterVersion }) => matterVersion === row.matterVersion);
};

const isWaiting = ({ state }: OutboxRow): boolean => state === 'ready' || state === 'sending';

/** Whether the report waits: something is still being taken back, and not for very long. */
export const waitsForRecalls = async (row: OutboxRow, ports: Ports): Promise<boolean> => {
  if (row.say.card !== undefined || row.say.wording !== 'ticket.recall-report') return false;
  if (ports.machine.now().getTime() - row.createdAt.getTime() >= patienceMs) return false;
  return (await recallsWith(row, ports)).some(isWaiting);
};

/** What became of everything that was to be taken back. */
export const fillRecallReport = async (row: OutboxRow, { params }: Report, ports: Ports): Promise<Report> => {
  const own = await recallsWith(row, ports);
  const [replaced, left, waiting] = await Promise.all([
    places(
      own.filter(({ state, sentAs }) => state === 'sent' && sentAs.length > 0),
      ports,
    ),
    places(
      own.filter(({ state }) => state === 'given-up'),
      ports,
    ),
    places(own.filter(isWaiting), ports),
  ]);
  return {
    wording: 'ticket.recall-report',
    params: { ...params, replaced, left, waiting },
  };
};

import type { SpokenOf } from '../../domain/wording/params';
import type { Where } from '../../domain/wording/search-params';
import type { DeliveryPorts } from './delivery-ports';
import type { OutboxRow } from '../ports';

type Ports = Pick<DeliveryPorts, 'outbox' | 'machine'>;
type Report = SpokenOf<'ticket.recall-report'>;

/** How long the report waits for what is still being taken back, on the machine's clock. */
const patienceMs = 5 * 60_000;

const whereOf = ({ chat, person }: OutboxRow): Where => (person === null ? { group: chat } : { person });

const each = (rows: readonly OutboxRow[]): readonly Where[] => [
  ...new Map(rows.map((row) => [row.chat, whereOf(row)])).values(),
];

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
  return {
    wording: 'ticket.recall-report',
    params: {
      ...params,
      replaced: each(own.filter(({ state, sentAs }) => state === 'sent' && sentAs.length > 0)),
      left: each(own.filter(({ state }) => state === 'given-up')),
      waiting: each(own.filter(isWaiting)),
    },
  };
};

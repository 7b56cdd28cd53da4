import type { SpokenSay } from '../../domain/decision';
import type { Spoken } from '../../domain/wording/params';
import type { OutboxRow } from '../ports';
import type { DeliveryPorts } from './delivery-ports';
import { fillRecallReport } from './recall-list';
import { fillRing } from './ring-list';
import { fillStandIn } from './stand-in-list';
import { fillTalkDay } from './talk-day-list';

/** What is found out at the moment of sending; null: the words are as they were said. It may come to nothing any more. */
export const fillingOf = (row: OutboxRow, say: SpokenSay, ports: DeliveryPorts): Promise<Spoken | null> | null => {
  const reader = row.person ?? '';
  if (say.wording === 'ticket.recall-report') return fillRecallReport(row, say, ports);
  if (say.wording === 'topic.talk-day') return fillTalkDay(say, ports);
  if (say.wording === 'platform.please-ring') return fillRing(say, reader, ports);
  return say.wording === 'duty.stand-in' ? fillStandIn(say, reader, ports) : null;
};

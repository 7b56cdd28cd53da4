import type { Person } from '../../../domain/community/community';
import type { ChoiceId } from '../../../domain/decision';
import type { Inbound, InboundAnswer } from '../../inbound';
import type { OutboxRow } from '../../ports';
import type { EnginePorts } from '../../ports-of-engine';
import { runServiceCommand } from './run-service-command';

/** The answer to whether somebody was helped. Null: of something else. */
export const serviceChosen = async (
  ports: EnginePorts,
  inbound: Inbound,
  row: OutboxRow,
  choice: ChoiceId,
  by: Person,
): Promise<InboundAnswer | null> => {
  if (row.matter?.kind !== 'service' || (choice !== 'yes' && choice !== 'no')) return null;
  return runServiceCommand(ports, inbound, row.matter.id, { kind: choice === 'yes' ? 'confirm' : 'decline', by });
};

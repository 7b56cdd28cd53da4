import type { Person } from '../../../domain/community/community';
import { Ticket } from '../../../domain/ticket/ticket';
import type { Inbound, InboundAnswer } from '../../inbound';
import type { OutboxRow } from '../../ports';
import type { EnginePorts } from '../../ports-of-engine';
import { runTicketCommand } from '../run-ticket-command';

/** What staff say to thanking in the riders' group. Null: something else was asked. */
export const thanksChosen = async (
  ports: EnginePorts,
  inbound: Inbound,
  { say, matter }: OutboxRow,
  choice: 'yes' | 'no',
  by: Person,
): Promise<InboundAnswer | null> => {
  if (say.card !== undefined || say.wording !== 'ticket.thanks-ask' || matter === null) return null;
  const stored = await ports.matters.load(matter.id);
  const [words] = say.params.words;
  if (stored?.ref.kind !== 'ticket' || words === undefined) return null;
  const command = { kind: 'judge-thanks', by, words, yes: choice === 'yes' } as const;
  return runTicketCommand(ports, inbound, Ticket.parse(stored.state), command);
};

import type { Person } from '../../../domain/community/community';
import { Ticket } from '../../../domain/ticket/ticket';
import type { Inbound, InboundAnswer } from '../../inbound';
import type { OutboxRow } from '../../ports';
import type { EnginePorts } from '../../ports-of-engine';
import { answerPerson, heard } from '../answer-person';
import { runTicketCommand } from '../run-ticket-command';

const ticketNumbered = async (ports: EnginePorts, number: number): Promise<Ticket | null> => {
  const stored = await ports.matters.byNumber(number);
  return stored?.ref.kind === 'ticket' ? Ticket.parse(stored.state) : null;
};

/** The answer to "是这件事吗？", the reporter's, and to "要并吗？", the handler's. Null: something else was asked. */
export const sameChosen = async (
  ports: EnginePorts,
  inbound: Inbound,
  { say }: OutboxRow,
  choice: 'yes' | 'no',
  person: Person,
): Promise<InboundAnswer | null> => {
  if (say.card !== undefined) return null;
  if (say.wording !== 'ticket.same-ask' && say.wording !== 'ticket.merge-ask') return null;
  const asReporter = say.wording === 'ticket.same-ask';
  const otherNumber = say.wording === 'ticket.same-ask' ? say.params.other.number : say.params.into.number;
  const [ticket, other] = await Promise.all([
    ticketNumbered(ports, say.params.number),
    ticketNumbered(ports, otherNumber),
  ]);
  if (!ticket || !other) return heard('问的那件事已经没有了');
  if (choice === 'yes')
    return runTicketCommand(ports, inbound, ticket, {
      kind: 'merge',
      by: person,
      into: other.id,
      as: asReporter ? 'reporter' : 'handler',
    });
  if (asReporter) return runTicketCommand(ports, inbound, ticket, { kind: 'not-same', by: person, other: other.id });
  const { number, category, place } = say.params;
  await answerPerson(ports, inbound, {
    wording: 'ticket.apart',
    params: { number, category, place, from: otherNumber },
  });
  return heard(`#${number}：不并`);
};

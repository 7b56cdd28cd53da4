import type { Person } from '../../../domain/community/community';
import type { callBackChoices } from '../../../domain/ticket/calling-back/ask-call-back';
import { reportersOf } from '../../../domain/ticket/telling/tell';
import type { InboundAnswer, InboundMessage } from '../../inbound';
import type { EnginePorts } from '../../ports-of-engine';
import { reportedTickets } from '../find-ticket';
import { runTicketCommand } from '../run-ticket-command';

/**
 * An answer to a call-back that asks nothing just now (put off with "not seen yet", or between two askings), when it
 * can only be meant for one matter.
 */
export const answerCallBackUnasked = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  answer: (typeof callBackChoices)[number],
  person: Person,
): Promise<InboundAnswer | null> => {
  if (inbound.chat.kind === 'group') return null;
  const asked = (await reportedTickets(ports, person)).filter(
    (ticket) => ticket.phase === 'resolved' && ticket.callBack !== null && reportersOf(ticket).includes(person.id),
  );
  const [ticket] = asked;
  return ticket && asked.length === 1
    ? runTicketCommand(ports, inbound, ticket, { kind: 'answer', by: person, answer })
    : null;
};

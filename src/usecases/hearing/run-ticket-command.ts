import type { Ticket } from '../../domain/ticket/ticket';
import type { TicketCommand } from '../../domain/ticket/ticket-command';
import { answerOutcome } from './answer-outcome';
import { offerCandidates } from './care/identify-person';
import { commandTicket } from '../deciding/command-ticket';
import { offerSame } from '../deciding/offer-same';
import type { Inbound, InboundAnswer } from '../inbound';
import type { PhotoWanted, WordsDocument } from '../ports';
import type { EnginePorts } from '../ports-of-engine';

export { sayNotFound } from './answer-outcome';

export interface Documents {
  readonly words: readonly WordsDocument[];
  readonly photos: readonly PhotoWanted[];
}

export const noDocuments: Documents = { words: [], photos: [] };

/** Runs a command on a ticket; a refusal is answered in private with what to do next. */
export const runTicketCommand = async (
  ports: EnginePorts,
  inbound: Inbound,
  ticket: Ticket,
  command: TicketCommand,
  documents: Documents = noDocuments,
): Promise<InboundAnswer> => {
  const outcome = await commandTicket(ports, inbound.key, ticket.id, command, documents);
  if (outcome.kind === 'done') {
    if (command.kind === 'place') await offerSame(ports, outcome.ticket.id, `${inbound.key}:same`);
    if (command.kind === 'take-charge') await offerCandidates(ports, inbound, outcome.ticket, command.by);
  }
  return answerOutcome(ports, inbound, ticket, command, outcome);
};

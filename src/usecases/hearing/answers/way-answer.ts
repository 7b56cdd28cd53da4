import type { Person } from '../../../domain/community/community';
import type { Ticket } from '../../../domain/ticket/ticket';
import type { TicketCommand } from '../../../domain/ticket/ticket-command';
import type { OutboxRow } from '../../ports';
import type { EnginePorts } from '../../ports-of-engine';
import type { FreeMessage, Meant } from './free-message';
import { keepWords } from '../keep-parts';
import { readVisit } from '../read-visit';

/** "同意" or "不同意" to what this row asked; null: it asked neither for leave nor about a time. */
export const wayAnswer = ({ say }: OutboxRow, yes: boolean, by: Person): TicketCommand | null => {
  if (say.card !== undefined) return null;
  if (say.wording === 'ticket.consent-ask') return { kind: 'consent', by, yes };
  return say.wording === 'ticket.visit-ask' ? { kind: 'answer-visit', by, yes, from: say.params.from } : null;
};

/** Asked about a time, people simply name another: "后天上午9点吧". */
export const visitMeant = (ports: EnginePorts, { text, person }: FreeMessage, ticket: Ticket): Meant | null => {
  const now = ports.clock.now().toISOString();
  const visit = readVisit(text, now);
  if (visit === null) return null;
  const words = keepWords(ports, text, ticket.id, person.id, now);
  return {
    command: { kind: 'move-visit', by: person, visit, words: words?.id ?? null },
    documents: { words: words ? [words] : [], photos: [] },
  };
};

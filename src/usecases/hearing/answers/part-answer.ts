import type { Ticket } from '../../../domain/ticket/ticket';
import type { WordingParams } from '../../../domain/wording/params';
import type { EnginePorts } from '../../ports-of-engine';
import type { FreeMessage, Meant } from './free-message';
import { keepWords } from '../keep-parts';

/** Asked why a part is taken away: the reason, of the part that was named. Null: nothing was said. */
export const partMeant = (
  ports: EnginePorts,
  { text, person }: FreeMessage,
  ticket: Ticket,
  { parts: [part] }: WordingParams['refused.part'],
): Meant | null => {
  const words = keepWords(ports, text, ticket.id, person.id, ports.clock.now().toISOString());
  if (!part || !words) return null;
  return {
    command: {
      kind: 'drop-part',
      by: person,
      desk: part.desk,
      person: part.desk === null ? (part.people[0] ?? null) : null,
      words: words.id,
    },
    documents: { words: [words], photos: [] },
  };
};

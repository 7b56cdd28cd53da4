import type { Community, Person } from '../../../domain/community/community';
import type { InboundAnswer, InboundMessage } from '../../inbound';
import type { OutboxRow } from '../../ports';
import type { EnginePorts } from '../../ports-of-engine';
import { idOf, kept, sealWords, type AskedOfCare } from './asked-of-care';
import { look } from './care-verbs';
import { runCareCommand } from './run-care-command';

/** The reason that a look or a change of colour needed and did not have, sent now. Null: that was not asked. */
export const answerCareNeeds = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  { text, person, community }: { readonly text: string; readonly person: Person; readonly community: Community },
  { id, say }: OutboxRow,
): Promise<InboundAnswer | null> => {
  if (say.card !== undefined || say.wording !== 'care.needs-reason' || text.trim() === '') return null;
  const { number, ask } = say.params;
  const typed = { kind: 'care', verb: 'ledger', number, rest: '', reason: text } as const;
  const asked: AskedOfCare = { ports, inbound, typed, number, person, community };
  const words = sealWords(asked, text, number);
  const answer =
    ask.kind === 'look'
      ? await look(asked, number, ask.what, text)
      : await runCareCommand(
          ports,
          inbound,
          number,
          { kind: 'recolour', by: person, colour: ask.colour, words: idOf(words) },
          kept(words),
        );
  // Only now: an answer that an outage swallowed comes again and must find its question open.
  await ports.outbox.closeQuestion(id);
  return answer;
};

import { sayBecauseOf } from '../answer-person';
import type { Inbound } from '../../inbound';
import type { OutboxRow } from '../../ports';
import type { EnginePorts } from '../../ports-of-engine';

/** A question was answered: nobody waits for its answer any more, and its buttons go. */
export const closeQuestion = async (ports: EnginePorts, inbound: Inbound, row: OutboxRow): Promise<void> => {
  const { say } = row;
  if (!say.question) return;
  await ports.outbox.closeQuestion(row.id);
  if (say.card !== undefined || !say.choices || row.person === null) return;
  const {
    question: _asked,
    choices: _choices,
    photos: _photos,
    holdUntil: _held,
    fallbackChat: _group,
    together: _together,
    ...words
  } = say;
  await sayBecauseOf(ports, inbound, [{ ...words, key: `${say.key}.retired`, urgency: 'prompt', retires: row.id }]);
};

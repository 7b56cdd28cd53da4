import type { Community, Person } from '../../../domain/community/community';
import { Topic } from '../../../domain/council/topic';
import type { InboundAnswer, InboundMessage } from '../../inbound';
import type { OutboxRow } from '../../ports';
import type { EnginePorts } from '../../ports-of-engine';
import { runTopicCommand } from './run-topic-command';
import { topicRefused, topicStep } from './topic-step';

/** What a step needed and did not have, sent now. Null: that was not asked. */
export const answerTopicNeeds = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  free: { readonly text: string; readonly person: Person; readonly community: Community },
  { id, say }: OutboxRow,
): Promise<InboundAnswer | null> => {
  if (say.card !== undefined || (say.wording !== 'topic.needs' && say.wording !== 'topic.needs-reason')) return null;
  const stored = await ports.matters.byNumber(say.params.number);
  if (stored?.ref.kind !== 'topic') return null;
  const topic = Topic.parse(stored.state);
  const said = say.wording === 'topic.needs' ? topicStep : topicRefused;
  const { command, documents } = said(ports, inbound, topic, free.text, free);
  const answer = await runTopicCommand(ports, inbound, stored.ref.id, command, documents);
  // Only now: an answer that an outage swallowed comes again and must find its question open.
  await ports.outbox.closeQuestion(id);
  return answer;
};

import { decideTopic } from '../../../domain/council/decide-topic';
import { foldTopic } from '../../../domain/council/fold-topic';
import { Topic } from '../../../domain/council/topic';
import type { TopicCommand } from '../../../domain/council/topic-command';
import { sayTopicRefusal } from '../../../domain/council/topic-refusal';
import type { Inbound, InboundAnswer } from '../../inbound';
import type { EnginePorts } from '../../ports-of-engine';
import { runOnMatter, tried } from '../run-on-matter';
import { noDocuments, type Documents } from '../run-ticket-command';

/** Does something with a topic; a refusal is answered in private with what to do next. */
export const runTopicCommand = (
  ports: EnginePorts,
  inbound: Inbound,
  id: string,
  command: TopicCommand,
  documents: Documents = noDocuments,
): Promise<InboundAnswer> =>
  runOnMatter(ports, inbound, { kind: 'topic', id, command, documents }, (state, seen) => {
    const topic = Topic.parse(state);
    return tried(decideTopic(topic, command, seen), {
      number: topic.number,
      fold: (events) => foldTopic(topic, events),
      refused: (refusal) => sayTopicRefusal(topic, refusal),
      asksBack: ({ kind }) => kind === 'needs' || kind === 'needs-reason',
    });
  });

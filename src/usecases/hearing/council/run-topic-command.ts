import { decideTopic } from '../../../domain/council/decide-topic';
import { foldTopic } from '../../../domain/council/fold-topic';
import { Topic } from '../../../domain/council/topic';
import type { TopicCommand } from '../../../domain/council/topic-command';
import { sayTopicRefusal } from '../../../domain/council/topic-refusal';
import { commitDecision } from '../../deciding/commit-decision';
import { untilCommitted } from '../../deciding/until-committed';
import type { Inbound, InboundAnswer } from '../../inbound';
import type { EnginePorts } from '../../ports-of-engine';
import { answerPerson, heard, silence } from '../answer-person';
import { noDocuments, type Documents } from '../run-ticket-command';

/** Loads, decides, commits; a refusal is answered in private with what to do next. */
export const runTopicCommand = (
  ports: EnginePorts,
  inbound: Inbound,
  id: string,
  command: TopicCommand,
  documents: Documents = noDocuments,
): Promise<InboundAnswer> =>
  untilCommitted(`topic ${id}`, async () => {
    const stored = await ports.matters.load(id);
    if (stored?.ref.kind !== 'topic') return silence('这件事已经没有了');
    const topic = Topic.parse(stored.state);
    const community = await ports.communities.current();
    const decided = decideTopic(topic, command, { now: ports.clock.now().toISOString(), community });
    if (!decided.ok) {
      const { refusal } = decided;
      if (await ports.matters.handled(inbound.key)) return heard('这条消息来过了，没有重复做');
      const asks = refusal.kind === 'needs' || refusal.kind === 'needs-reason';
      const extras = asks ? ({ question: true } as const) : {};
      await answerPerson(ports, inbound, sayTopicRefusal(topic, refusal), extras);
      return heard(`#${topic.number}：${command.kind} 没有做，因为 ${refusal.kind}`);
    }
    const outcome = await commitDecision(
      {
        ...{ cause: inbound.key, matter: stored.ref, expectedVersion: stored.version, decision: decided.value },
        ...{ state: foldTopic(topic, decided.value.events), ...documents },
      },
      community,
      ports,
    );
    if (outcome.kind === 'committed') return heard(`#${topic.number}：${command.kind}`);
    return outcome.kind === 'repeated' ? heard('这条消息来过了，没有重复做') : null;
  });

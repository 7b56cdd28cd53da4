import type { Person } from '../../../domain/community/community';
import type { ChoiceId } from '../../../domain/decision';
import type { TopicCommand } from '../../../domain/council/topic-command';
import { roundAsked } from '../../../domain/council/topic-says';
import type { Inbound, InboundAnswer } from '../../inbound';
import type { OutboxRow } from '../../ports';
import type { EnginePorts } from '../../ports-of-engine';
import { runTopicCommand } from './run-topic-command';

const commandOf = (choice: ChoiceId, by: Person, row: OutboxRow): TopicCommand | null => {
  const round = roundAsked(row.say.key);
  if (choice === 'yes') return { kind: 'accept', by };
  if (choice === 'no') return { kind: 'refuse', by, words: null };
  if (choice === 'not-solved') return { kind: 'answer', by, solved: false, satisfied: null, round };
  return choice === 'solved-satisfied' || choice === 'solved-unsatisfied'
    ? { kind: 'answer', by, solved: true, satisfied: choice === 'solved-satisfied', round }
    : null;
};

/** A press, or the number typed, under what was asked of a topic. Null: of something else. */
export const topicChosen = async (
  ports: EnginePorts,
  inbound: Inbound,
  row: OutboxRow,
  choice: ChoiceId,
  person: Person,
): Promise<InboundAnswer | null> => {
  if (row.matter?.kind !== 'topic') return null;
  const command = commandOf(choice, person, row);
  return command && runTopicCommand(ports, inbound, row.matter.id, command);
};

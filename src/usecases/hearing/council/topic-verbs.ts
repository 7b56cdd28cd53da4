import { scheduleTopic } from '../../../domain/council/topic-clock';
import { Topic, stepOf } from '../../../domain/council/topic';
import { TopicEvent } from '../../../domain/council/topic-event';
import { isConcernedIn, mayKnowTopic, mayStep } from '../../../domain/council/topic-people';
import { named } from '../../../domain/council/topic-refusal';
import type { AnchoredVerb } from '../../../domain/understanding/command/command-words';
import type { InboundAnswer, InboundMessage } from '../../inbound';
import type { Stored } from '../../ports';
import type { EnginePorts } from '../../ports-of-engine';
import { answerPerson, heard } from '../answer-person';
import { sayNotFound } from '../run-ticket-command';
import type { AnchoredCommand, Setting } from '../verbs/verb-meaning';
import { runTopicCommand } from './run-topic-command';
import { topicRefused, topicStep } from './topic-step';

interface AskedOfTopic extends Setting {
  readonly ports: EnginePorts;
  readonly inbound: InboundMessage;
  readonly typed: AnchoredCommand;
  readonly topic: Topic;
}

/** `查`: every step in plain words, and when the next thing is due. */
const look = async ({ ports, inbound, topic, person, community }: AskedOfTopic): Promise<InboundAnswer> => {
  const concerned = isConcernedIn(topic, person);
  // Others hear where it stands: what was found out at somebody's door is not theirs.
  const events = concerned ? (await ports.matters.events(topic.id)).map((event) => TopicEvent.parse(event)) : [];
  const words = concerned || topic.ticket === null ? topic.words : [];
  await answerPerson(ports, inbound, {
    wording: 'topic.history',
    params: {
      ...{ ...named(topic), words, phase: topic.phase, steps: topic.steps, step: stepOf(topic), events },
      due: scheduleTopic(topic, community)[0]?.at ?? null,
      own: mayStep(topic, person, community),
    },
  });
  return heard(`查 #${topic.number}`);
};

const nextStep = ({ ports, inbound, typed, topic, ...setting }: AskedOfTopic): Promise<InboundAnswer> => {
  const text = [typed.rest, typed.reason].filter(Boolean).join('，');
  const { command, documents } = topicStep(ports, inbound, topic, text, setting);
  return runTopicCommand(ports, inbound, topic.id, command, documents);
};

/** `采纳`: it is talked over after all. */
const accept = ({ ports, inbound, topic, person }: AskedOfTopic): Promise<InboundAnswer> =>
  runTopicCommand(ports, inbound, topic.id, { kind: 'accept', by: person });

/** `不采纳 … 因为 …`. */
const refuse = ({ ports, inbound, typed, topic, ...setting }: AskedOfTopic): Promise<InboundAnswer> => {
  const text = [typed.rest, typed.reason].filter(Boolean).join('，');
  const { command, documents } = topicRefused(ports, inbound, topic, text, setting);
  return runTopicCommand(ports, inbound, topic.id, command, documents);
};

/** What each verb means for a topic; others are no words of its. */
const topicVerbs: { readonly [V in AnchoredVerb]?: (asked: AskedOfTopic) => Promise<InboundAnswer> } = {
  look,
  why: look,
  'next-step': nextStep,
  consider: accept,
  'not-take-up': refuse,
};

/** A verb that was said of a topic. */
export const handleTopic = (
  ports: EnginePorts,
  inbound: InboundMessage,
  typed: AnchoredCommand,
  stored: Stored<unknown>,
  setting: Setting,
): Promise<InboundAnswer> => {
  const topic = Topic.parse(stored.state);
  if (!mayKnowTopic(topic, setting.person)) return sayNotFound(ports, inbound, setting.person, topic.number);
  return (topicVerbs[typed.verb] ?? look)({ ports, inbound, typed, topic, ...setting });
};

/** In private the only topic whose step this person has is meant. */
export const onlyTopicOf = async (ports: EnginePorts, person: Setting['person']): Promise<number | null> => {
  const found = await ports.matters.find({ kind: 'topic', person: person.id, open: true, limit: 20 });
  const own = found.map(({ state }) => Topic.parse(state)).filter(({ to }) => to.includes(person.id));
  return own.length === 1 ? (own[0]?.number ?? null) : null;
};

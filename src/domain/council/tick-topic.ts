import { decision, type Decision, type Say } from '../decision';
import { foldTopic } from './fold-topic';
import { stepOf, type Topic } from './topic';
import { scheduleTopic, topicDue, type TopicTime } from './topic-clock';
import type { TopicContext } from './topic-command';
import type { TopicEvent } from './topic-event';
import { levelPeople } from './topic-people';
import { named } from './topic-refusal';
import { askProposer, sayOf } from './topic-says';

interface Done {
  readonly event: TopicEvent;
  readonly says: readonly Say[];
}

const perform = (topic: Topic, { name, what, level }: TopicTime, context: TopicContext): Done => {
  const { now, community } = context;
  const step = stepOf(topic);
  if (what === 'ask')
    return {
      event: { kind: 'proposer-asked', at: now, step: step?.id ?? '' },
      says: askProposer(topic, context),
    };
  const due = topicDue(topic, community);
  const to = level === null ? topic.to : levelPeople(topic, level, community, now);
  const params = { ...named(topic), step, words: topic.words, due };
  return {
    event: { kind: 'notified', at: now, step: name, to },
    says: sayOf(
      to,
      topic,
      name,
      level === null
        ? { wording: 'topic.remind', params }
        : { wording: 'topic.breach', params: { ...params, asked: topic.to, level } },
    ),
  };
};

/** Reminder and rungs stand for each other: after an outage only the last that is due is said. */
const lastOfEach = (due: readonly TopicTime[]): readonly TopicTime[] =>
  due.filter((one, index) => one.what === 'ask' || !due.slice(index + 1).some(({ what }) => what !== 'ask'));

/** Time passed: what is due is done once. Nothing when nothing is due. */
export const tickTopic = (topic: Topic, context: TopicContext): Decision<TopicEvent> => {
  const due = scheduleTopic(topic, context.community).filter(({ at }) => at <= context.now);
  const done = lastOfEach(due);
  const skipped = due.filter((one) => !done.includes(one)).map(({ name }) => name);
  const events: TopicEvent[] = skipped.length > 0 ? [{ kind: 'skipped', at: context.now, steps: skipped }] : [];
  const says: Say[] = [];
  for (const one of done) {
    const next = perform(foldTopic(topic, events) ?? topic, one, context);
    events.push(next.event);
    says.push(...next.says);
  }
  return decision<TopicEvent>({ events, says });
};

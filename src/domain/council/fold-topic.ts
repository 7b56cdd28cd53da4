import type { Moment, PersonId } from '../ids';
import type { Topic } from './topic';
import type { TopicEvent, TopicEventOf } from './topic-event';

const begin = (event: TopicEventOf<'proposed'>): Topic => ({
  ...{ id: event.id, number: event.number, loop: event.loop, steps: event.steps, phase: 'proposed' },
  ...{ proposer: event.by, words: event.words, photos: event.photos, ticket: event.ticket, area: event.area },
  ...{ shown: event.shown, step: 0, since: event.at, round: 0, to: event.to, results: [], notices: [] },
  ...{ solved: null, satisfied: null },
});

const enter = (topic: Topic, step: number, at: Moment, to: readonly PersonId[]): Topic => ({
  ...topic,
  ...{ step, since: at, round: topic.round + 1, to, notices: [] },
});

/** The step that somebody's "not solved" leads back to. */
const backFrom = ({ steps, step }: Topic): number => {
  const wanted = steps[step]?.backTo;
  const found = wanted === undefined ? step - 1 : steps.findIndex(({ id }) => id === wanted);
  return Math.max(0, Math.min(found, step));
};

/** Where a topic goes when its present step is done; null: it was the last. */
export const stepAfter = ({ steps, step }: Topic): number | null => (step + 1 < steps.length ? step + 1 : null);

/** Where the proposer's answer leads. */
export const stepAfterAnswer = (topic: Topic, solved: boolean): number | null =>
  solved ? stepAfter(topic) : backFrom(topic);

const goTo = (topic: Topic, step: number | null, at: Moment, to: readonly PersonId[]): Topic =>
  step === null ? { ...topic, to: [], notices: [] } : enter(topic, step, at, to);

const notice = (topic: Topic, at: Moment, steps: readonly string[]): Topic => ({
  ...topic,
  notices: [...topic.notices, ...steps.map((step) => ({ step, at }))],
});

const change = (topic: Topic, event: Exclude<TopicEvent, { kind: 'proposed' }>): Topic => {
  switch (event.kind) {
    case 'accepted':
      return enter({ ...topic, phase: 'running' }, 0, event.at, event.to);
    case 'declined':
      return { ...topic, phase: 'declined', to: [] };
    case 'stepped': {
      const { step, by, words, photos, until } = event;
      const done: Topic = { ...topic, results: [...topic.results, { step, by, words, photos, until }] };
      return goTo(done, stepAfter(topic), event.at, event.to);
    }
    case 'answered':
      return goTo(
        { ...topic, solved: event.solved, satisfied: event.satisfied },
        stepAfterAnswer(topic, event.solved),
        event.at,
        event.to,
      );
    case 'proposer-asked':
      return notice(topic, event.at, ['asked']);
    case 'notified':
      return notice(topic, event.at, [event.step]);
    case 'skipped':
      return notice(topic, event.at, event.steps);
    case 'archived':
      return { ...topic, phase: 'archived', to: [] };
  }
};

export const applyTopicEvent = (topic: Topic | null, event: TopicEvent): Topic | null =>
  event.kind === 'proposed' ? begin(event) : topic && change(topic, event);

/** The state of a topic is the fold of its events. */
export const foldTopic = (topic: Topic | null, events: readonly TopicEvent[]): Topic | null =>
  events.reduce<Topic | null>(applyTopicEvent, topic);

import type { Say, SpokenSay } from '../decision';
import type { PersonId } from '../ids';
import { afterQuietHours } from '../notices/after-quiet-hours';
import type { Spoken } from '../wording/params';
import type { TopicContext } from './topic-command';
import { topicDue } from './topic-clock';
import { named } from './topic-refusal';
import { stepOf, type Topic } from './topic';

type Extras = Omit<Partial<SpokenSay>, 'to' | 'wording' | 'params' | 'key'>;

/** Each round of a step says a thing once to each person. */
export const sayOf = (
  people: readonly PersonId[],
  topic: Topic,
  rule: string,
  spoken: Spoken,
  extras: Extras = {},
): readonly Say[] =>
  [...new Set(people)].map((person) => ({
    ...{ to: { person }, key: `${rule}.${topic.round}`, urgency: 'ordinary' },
    ...extras,
    ...spoken,
  }));

/** To those whose step begins, and, in private, to whoever brought it. `by` did the last one and is answered. */
export const stepSays = (topic: Topic, by: PersonId, { now, community }: TopicContext): readonly Say[] => {
  const step = stepOf(topic);
  const result = topic.results.at(-1)?.words ?? null;
  const words = result === null ? [] : [result];
  const asked = topic.to.filter((person) => person !== by);
  const due = topicDue(topic, community);
  return [
    ...(step === null
      ? []
      : sayOf(
          asked,
          topic,
          'step',
          { wording: 'topic.step', params: { ...named(topic), words: topic.words, step, due, last: words } },
          afterQuietHours(now, community),
        )),
    ...(topic.proposer === by
      ? []
      : sayOf(
          [topic.proposer],
          topic,
          'progress',
          { wording: 'topic.progress', params: { ...named(topic), step, due: step && due, last: words } },
          afterQuietHours(now, community),
        )),
    ...sayOf(
      [by],
      topic,
      'stepped',
      { wording: 'topic.stepped', params: { ...named(topic), step, due: step && due, to: topic.to } },
      { urgency: 'prompt' },
    ),
  ];
};

/** The one question of a revisit. */
export const askProposer = (topic: Topic, { now, community }: TopicContext): readonly Say[] =>
  sayOf(
    [topic.proposer],
    topic,
    'asked',
    { wording: 'topic.revisit', params: { ...named(topic), words: topic.words } },
    {
      ...{ question: true, choices: ['solved-satisfied', 'solved-unsatisfied', 'not-solved'] },
      ...afterQuietHours(now, community),
    },
  );

/** The round that a question asked about. */
export const roundAsked = (key: string): number | null => Number(/^asked\.(\d+)$/.exec(key)?.[1] ?? 0) || null;

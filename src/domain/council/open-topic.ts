import type { Community, Person } from '../community/community';
import { hasRole } from '../community/may';
import { decision, type Decision, type Say } from '../decision';
import type { AreaId, MatterId, Moment, PhotoId, WordsId } from '../ids';
import { foldTopic } from './fold-topic';
import type { Loop } from './loop';
import type { Topic } from './topic';
import type { TopicEvent } from './topic-event';
import { peopleFor, talkRoles } from './topic-people';
import { named } from './topic-refusal';
import { sayOf, stepSays } from './topic-says';

export interface OpenTopic {
  readonly id: MatterId;
  readonly number: number;
  readonly loop: Loop;
  readonly by: Person;
  readonly words: readonly WordsId[];
  readonly photos: readonly PhotoId[];
  readonly ticket: { readonly id: MatterId; readonly number: number } | null;
  readonly area: AreaId | null;
  readonly shown: boolean;
}

const proposalSays = (topic: Topic, by: Person): readonly Say[] => [
  ...sayOf(
    topic.to,
    topic,
    'confirm',
    { wording: 'topic.confirm', params: { ...named(topic), words: topic.words, ticket: topic.ticket?.number ?? null } },
    { question: true, choices: ['yes', 'no'], photos: topic.photos },
  ),
  ...sayOf([by.id], topic, 'proposed', { wording: 'topic.proposed', params: named(topic) }, { urgency: 'prompt' }),
];

/** `说事`: of those who work here it begins at once; what residents propose is confirmed by staff first. */
export const openTopic = (
  { by, loop, ...given }: OpenTopic,
  { now, community }: { readonly now: Moment; readonly community: Community },
): Decision<TopicEvent> => {
  const begins = hasRole(by, talkRoles);
  const { id, zh, en, steps } = loop;
  const proposed: TopicEvent = {
    ...{ kind: 'proposed', at: now, by: by.id, ...given, loop: { id, zh, en } },
    steps,
    to: begins ? [] : peopleFor(community, ['staff'], given.area, now),
  };
  const events: readonly TopicEvent[] = begins
    ? [
        proposed,
        { kind: 'accepted', at: now, by: by.id, to: peopleFor(community, steps[0]?.who ?? ['staff'], given.area, now) },
      ]
    : [proposed];
  const topic = foldTopic(null, events);
  if (!topic) return decision();
  const says = begins ? stepSays(topic, by.id, { now, community }) : proposalSays(topic, by);
  return decision<TopicEvent>({ events, says });
};

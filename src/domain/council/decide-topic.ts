import { hasRole } from '../community/may';
import { decided, refused, type Decision, type Result } from '../decision';
import { foldTopic, stepAfter, stepAfterAnswer } from './fold-topic';
import type { LoopStep } from './loop';
import { stepOf, type Topic } from './topic';
import type { TopicCommand, TopicContext } from './topic-command';
import type { TopicEvent } from './topic-event';
import { mayStep, peopleFor } from './topic-people';
import { named, type TopicRefusal } from './topic-refusal';
import { sayOf, stepSays } from './topic-says';

type Decided = Result<Decision<TopicEvent>, TopicRefusal>;
type Command<K extends TopicCommand['kind']> = Extract<TopicCommand, { kind: K }>;

const nextPeople = (topic: Topic, next: number | null, { now, community }: TopicContext): readonly string[] => {
  const step = next === null ? undefined : topic.steps[next];
  return step ? peopleFor(community, step.who, topic.area, now) : [];
};

/** What follows from an event that ends a step: the next one is told of, or the topic is archived. */
const ended = (topic: Topic, event: TopicEvent, next: number | null, by: string, context: TopicContext): Decided => {
  const events: readonly TopicEvent[] = next === null ? [event, { kind: 'archived', at: context.now }] : [event];
  const after = foldTopic(topic, events) ?? topic;
  return decided({ events, says: stepSays(after, by, context) });
};

const judge = (topic: Topic, command: Command<'accept' | 'refuse'>, context: TopicContext): Decided => {
  const { by } = command;
  const { now, community } = context;
  if (!hasRole(by, ['staff', 'director'], { community, area: topic.area }) && !topic.to.includes(by.id))
    return refused({ kind: 'not-yours', step: null });
  if (topic.phase !== 'proposed') return refused({ kind: 'not-now' });
  if (command.kind === 'accept') {
    const event: TopicEvent = { kind: 'accepted', at: now, by: by.id, to: nextPeople(topic, 0, context) };
    return decided({ events: [event], says: stepSays(foldTopic(topic, [event]) ?? topic, by.id, context) });
  }
  const { words } = command;
  if (words === null) return refused({ kind: 'needs-reason' });
  return decided({
    events: [{ kind: 'declined', at: now, by: by.id, words }],
    says: [
      ...sayOf([topic.proposer], topic, 'declined', {
        wording: 'topic.declined',
        params: { ...named(topic), words: [words] },
      }),
      ...sayOf(
        [by.id],
        topic,
        'declined-done',
        { wording: 'topic.not-now', params: { ...named(topic), phase: 'declined', step: null } },
        { urgency: 'prompt' },
      ),
    ],
  });
};

/** What the step still needs; null: nothing. */
const missing = (step: LoopStep, { words, photos, until }: Command<'step'>): 'words' | 'photo' | 'date' | null => {
  switch (step.needs) {
    case 'nothing':
      return null;
    case 'words':
      return words === null ? 'words' : null;
    case 'photo':
      return photos.length === 0 ? 'photo' : null;
    case 'date':
      return until === null ? 'date' : null;
  }
};

const doStep = (topic: Topic, command: Command<'step'>, context: TopicContext): Decided => {
  const { by, words, photos, until, solved } = command;
  const step = stepOf(topic);
  if (!step) return refused({ kind: 'not-now' });
  if (!mayStep(topic, by, context.community)) return refused({ kind: 'not-yours', step });
  const what = missing(step, command);
  if (what) return refused({ kind: 'needs', step, what });
  const { now } = context;
  // Staff who asked at the door record what was said there.
  if (step.asksProposer && solved === false) return answered(topic, { by: by.id, solved, satisfied: null }, context);
  const next = stepAfter(topic);
  const to = nextPeople(topic, next, context);
  const recorded: TopicEvent = { kind: 'stepped', at: now, by: by.id, step: step.id, words, photos, until, to };
  return ended(topic, recorded, next, by.id, context);
};

const answered = (
  topic: Topic,
  { by, solved, satisfied }: { readonly by: string; readonly solved: boolean; readonly satisfied: boolean | null },
  context: TopicContext,
): Decided => {
  const next = stepAfterAnswer(topic, solved);
  const to = nextPeople(topic, next, context);
  const step = stepOf(topic)?.id ?? '';
  const event: TopicEvent = { kind: 'answered', at: context.now, by, step, solved, satisfied, to };
  return ended(topic, event, next, by, context);
};

const answer = (topic: Topic, command: Command<'answer'>, context: TopicContext): Decided => {
  const { by, solved, satisfied, round } = command;
  const asked = stepOf(topic)?.asksProposer === true && (round === null || round === topic.round);
  if (by.id !== topic.proposer) return refused({ kind: 'not-yours', step: stepOf(topic) });
  return asked ? answered(topic, { by: by.id, solved, satisfied }, context) : refused({ kind: 'not-now' });
};

/** Somebody said something to a topic: the decision, or why not. */
export const decideTopic = (topic: Topic, command: TopicCommand, context: TopicContext): Decided => {
  switch (command.kind) {
    case 'accept':
    case 'refuse':
      return judge(topic, command, context);
    case 'step':
      return doStep(topic, command, context);
    case 'answer':
      return answer(topic, command, context);
  }
};

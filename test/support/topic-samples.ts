import type { LoopStep } from '../../src/domain/council/loop';
import type { TopicEvent } from '../../src/domain/council/topic-event';
import type { Head } from '../../src/domain/wording/params';
import type { TopicParams } from '../../src/domain/wording/topic-params';

const step = (id: string, zh: string, given: Partial<LoopStep> = {}): LoopStep => ({
  ...{ id, zh, en: id, days: 3, needs: 'words', who: ['staff'], asksProposer: false },
  ...given,
});

const steps = [
  step('ask', '网格问事', { who: ['grid-worker'] }),
  step('solve', '具体解事', { needs: 'photo' }),
  step('meet', '约日子', { needs: 'date' }),
  step('archive', '归档完事', { needs: 'nothing' }),
] as const;

/** Every message about what is talked over, in each of its forms. */
export const topicSamples = (
  { number }: Head,
  at: string,
): { readonly [K in keyof TopicParams]: readonly TopicParams[K][] } => {
  const loop = { id: 'tuesday-talk', zh: '周二说事', en: 'Tuesday talk' };
  const named = { number, loop };
  const by = { at, by: 'wang' };
  const [ask] = steps;
  const events: readonly TopicEvent[] = [
    {
      ...by,
      kind: 'proposed',
      id: 't',
      ...named,
      steps: [...steps],
      words: ['w1'],
      photos: [],
      ticket: null,
      area: null,
      shown: true,
      to: [],
    },
    { ...by, kind: 'accepted', to: ['li'] },
    { ...by, kind: 'stepped', step: 'ask', words: 'w2', photos: ['p1'], until: at, to: ['li'] },
    { ...by, kind: 'stepped', step: 'solve', words: null, photos: [], until: null, to: [] },
    { at, kind: 'proposer-asked', step: 'solve' },
    { ...by, kind: 'answered', step: 'solve', solved: true, satisfied: false, to: [] },
    { ...by, kind: 'answered', step: 'solve', solved: false, satisfied: null, to: [] },
    { at, kind: 'notified', step: 'remind', to: ['li'] },
    { at, kind: 'notified', step: 'breach.street', to: [] },
    { at, kind: 'skipped', steps: ['remind'] },
    { ...by, kind: 'declined', words: null },
    { at, kind: 'archived' },
  ];
  const words = ['w1'];
  const history = { ...named, words, steps: [...steps], events };
  return {
    'topic.proposed': [named],
    'topic.confirm': [
      { ...named, words, ticket: null },
      { ...named, words: [], ticket: 102 },
    ],
    'topic.declined': [
      { ...named, words },
      { ...named, words: [] },
    ],
    'topic.needs-reason': [named],
    'topic.step': steps.map((each) => ({ ...named, words, step: each, due: at, last: each === ask ? [] : ['w2'] })),
    'topic.stepped': [
      { ...named, step: ask, due: at, to: ['li', 'wang'] },
      { ...named, step: null, due: null, to: [] },
    ],
    'topic.progress': [
      { ...named, step: ask, due: at, last: ['w2'] },
      { ...named, step: null, due: null, last: [] },
    ],
    'topic.revisit': [{ ...named, words }],
    'topic.remind': [
      { ...named, step: ask, words, due: at },
      { ...named, step: null, words, due: at },
    ],
    'topic.breach': [
      { ...named, step: ask, words, due: at, asked: ['li'], level: 'grid-leader' },
      { ...named, step: null, words, due: at, asked: [], level: 'community' },
    ],
    'topic.history': [
      { ...history, phase: 'running', step: ask, due: at, own: true },
      { ...history, phase: 'archived', step: null, due: null, own: false },
    ],
    'topic.needs': (['words', 'photo', 'date'] as const).map((what) => ({ ...named, step: ask, what })),
    'topic.not-yours': [
      { ...named, step: ask, to: ['li'] },
      { ...named, step: null, to: [] },
    ],
    'topic.not-now': (['proposed', 'running', 'declined', 'archived'] as const).map((phase) => ({
      ...{ ...named, phase, step: phase === 'running' ? ask : null },
    })),
    'topic.not-opened': [
      { why: 'words', number: null },
      { why: 'private', number },
      { why: 'open-already', number },
    ],
    'topic.talk-day': [
      { loop, at, topics: [] },
      { loop, at, topics: [{ number, words }] },
    ],
  };
};

import fc from 'fast-check';
import { aCommunity, aPerson } from '../../../test/support/a-community';
import { clock } from '../../../test/support/a-ticket';
import type { Community, Person } from '../community/community';
import type { Say } from '../decision';
import { decideTopic } from './decide-topic';
import { foldTopic } from './fold-topic';
import type { Loop } from './loop';
import { openTopic } from './open-topic';
import { tickTopic } from './tick-topic';
import { stepOf, type Topic } from './topic';
import { scheduleTopic, topicDue, topicNextDue } from './topic-clock';
import type { TopicCommand } from './topic-command';
import type { TopicEvent } from './topic-event';

const step = (id: string, given: Partial<Loop['steps'][number]> = {}): Loop['steps'][number] => ({
  ...{ id, zh: id, en: id, days: 2, needs: 'nothing', who: ['staff'], asksProposer: false },
  ...given,
});

const loop: Loop = {
  ...{ id: 'talk', zh: '周二说事', en: 'Talk', weekday: 2, at: '19:00', group: 'residents' },
  steps: [
    step('ask', { who: ['grid-worker'], needs: 'words' }),
    step('solve', { needs: 'photo', days: 5 }),
    step('revisit', { who: ['grid-worker'], asksProposer: true, backTo: 'solve' }),
    step('archive'),
  ],
};

const community: Community = aCommunity({ loops: [loop] });
const officer = (id: string): Person => community.officers.find((one) => one.id === id) ?? aPerson(id);
const resident = aPerson('zhang', ['resident@home'], { building: 'b6' });

const opened = (by: Person, now = clock('09:00')): readonly TopicEvent[] =>
  openTopic(
    {
      ...{ id: 'topic-130', number: 130, loop, by, words: ['w1'], photos: [], ticket: null, area: 'b6', shown: true },
    },
    { now, community },
  ).events;

const topicOf = (events: readonly TopicEvent[]): Topic => {
  const topic = foldTopic(null, events);
  if (!topic) throw new Error('no topic');
  return topic;
};

const stepBy = (by: Person, given: Partial<Extract<TopicCommand, { kind: 'step' }>> = {}): TopicCommand => ({
  ...{ kind: 'step', by, words: 'w2', photos: ['p1'], until: null, solved: null },
  ...given,
});

const kinds = (topic: Topic, command: TopicCommand, now = clock('10:00')): readonly string[] | string => {
  const decided = decideTopic(topic, command, { now, community });
  return decided.ok ? decided.value.events.map(({ kind }) => kind) : decided.refusal.kind;
};

test('of those who work here it begins at once, with the grid’s workers', () => {
  const topic = topicOf(opened(officer('chen')));
  expect([topic.phase, stepOf(topic)?.id, topic.to]).toEqual(['running', 'ask', ['wang']]);
});

test('what a resident proposes waits for staff, who say yes or no once', () => {
  const topic = topicOf(opened(resident));
  expect([topic.phase, topic.to]).toEqual(['proposed', ['chen']]);
  expect(kinds(topic, { kind: 'accept', by: officer('chen') })).toEqual(['accepted']);
  expect(kinds(topic, { kind: 'refuse', by: officer('lin'), words: 'w9' })).toEqual(['declined']);
  expect(kinds(topic, { kind: 'refuse', by: officer('lin'), words: null })).toBe('needs-reason');
  expect(kinds(topic, { kind: 'refuse', by: resident, words: null })).toBe('not-yours');
  expect(kinds(topic, { kind: 'accept', by: resident })).toBe('not-yours');
  const running = topicOf(opened(officer('chen')));
  expect(kinds(running, { kind: 'refuse', by: officer('chen'), words: null })).toBe('not-now');
});

test('a step is recorded by whose it is or by staff, with what it needs', () => {
  const topic = topicOf(opened(officer('chen')));
  expect(kinds(topic, stepBy(officer('wang')))).toEqual(['stepped']);
  expect(kinds(topic, stepBy(officer('chen')))).toEqual(['stepped']);
  expect(kinds(topic, stepBy(officer('zhou')))).toBe('not-yours');
  expect(kinds(topic, stepBy(resident))).toBe('not-yours');
  expect(kinds(topic, stepBy(officer('wang'), { words: null }))).toBe('needs');
});

const atRevisit = (): Topic => {
  const steps = ['ask', 'solve'].map((id): TopicEvent => ({
    ...{
      kind: 'stepped',
      at: clock('10:00'),
      by: 'chen',
      step: id,
      words: 'w2',
      photos: [],
      until: null,
      to: ['wang'],
    },
  }));
  return topicOf([...opened(resident), { kind: 'accepted', at: clock('09:30'), by: 'chen', to: ['wang'] }, ...steps]);
};

test('the proposer’s answer leads on, or back to the work; solved and satisfied stand apart', () => {
  const topic = atRevisit();
  const answer = (solved: boolean, round: number | null = topic.round): TopicCommand => ({
    ...{ kind: 'answer', by: resident, solved, satisfied: solved ? false : null, round },
  });
  const after = (command: TopicCommand): Topic => {
    const decided = decideTopic(topic, command, { now: clock('11:00'), community });
    if (!decided.ok) throw new Error(decided.refusal.kind);
    return foldTopic(topic, decided.value.events) ?? topic;
  };
  expect(after(answer(true))).toMatchObject({ step: 3, solved: true, satisfied: false });
  expect(after(answer(false))).toMatchObject({ step: 1, solved: false, satisfied: null });
  expect(after(stepBy(officer('wang'), { solved: false }))).toMatchObject({ step: 1, solved: false });
  expect(after(stepBy(officer('wang'), { solved: true }))).toMatchObject({ step: 3 });
  expect(kinds(topic, answer(true, 1))).toBe('not-now');
  expect(kinds(topic, { kind: 'answer', by: officer('chen'), solved: true, satisfied: true, round: null })).toBe(
    'not-yours',
  );
});

test('it is due at the end of work of its last working day; a weekend and the first day do not count', () => {
  // A Friday: two working days later is Tuesday.
  expect(topicDue(topicOf(opened(officer('chen'))), community).slice(0, 10)).toBe(clock('09:00', 4).slice(0, 10));
});

test('a reminder, then each level above once; after an outage only the last', () => {
  const topic = topicOf(opened(officer('chen')));
  expect(scheduleTopic(topic, community).map(({ name }) => name)).toEqual([
    'remind',
    'breach.grid-leader',
    'breach.community',
    'breach.street',
  ]);
  const late = tickTopic(topic, { now: clock('12:00', 10), community });
  expect(late.events.map(({ kind }) => kind)).toEqual(['skipped', 'notified']);
  expect(late.says.map(({ to, key }) => ({ to, key }))).toEqual([{ to: { person: 'gao' }, key: 'breach.street.1' }]);
});

const person = fc.constantFrom(officer('wang'), officer('chen'), officer('zhou'), resident);
const command: fc.Arbitrary<TopicCommand> = fc.oneof(
  person.map((by): TopicCommand => ({ kind: 'accept', by })),
  fc
    .record({ by: person, words: fc.constantFrom('w2', null), solved: fc.constantFrom(true, false, null) })
    .map(({ by, words, solved }): TopicCommand => stepBy(by, { words, solved })),
  fc
    .record({ by: person, solved: fc.boolean(), round: fc.constantFrom(null, 1, 3) })
    .map(({ by, solved, round }): TopicCommand => ({
      kind: 'answer',
      by,
      solved,
      satisfied: solved ? true : null,
      round,
    })),
);
const act = fc.oneof(command, fc.integer({ min: 1, max: 40 }));

test('whatever is said and whatever time passes: fold = state, steps in order, nothing said twice', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 25 }), fc.constantFrom(officer('chen'), resident), (acts, by) => {
      let now = Date.parse(clock('09:00'));
      const events: TopicEvent[] = [...opened(by)];
      const said: string[] = [];
      const note = (says: readonly Say[]): void => {
        said.push(...says.map(({ to, key }) => `${key}/${JSON.stringify(to)}`));
      };
      for (const one of acts) {
        const before = topicOf(events);
        const at = new Date(typeof one === 'number' ? (now += one * 3_600_000) : now).toISOString();
        const decided =
          typeof one === 'number'
            ? tickTopic(before, { now: at, community })
            : ((result) => (result.ok ? result.value : null))(decideTopic(before, one, { now: at, community }));
        if (!decided) continue;
        events.push(...decided.events);
        note(decided.says);
        const after = topicOf(events);
        expect(after).toEqual(foldTopic(before, decided.events));
        const back = before.steps.findIndex(({ id }) => id === stepOf(before)?.backTo);
        expect([before.step, before.step + 1, back]).toContain(after.step);
        if (before.phase === 'archived') expect(decided.events).toEqual([]);
        if (typeof one === 'number') {
          const next = topicNextDue(after, community);
          expect(next === null || next > at).toBe(true);
        }
      }
      expect(new Set(said).size).toBe(said.length);
    }),
    { numRuns: 200 },
  );
});

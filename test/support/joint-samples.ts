import fc from 'fast-check';
import type { Person } from '../../src/domain/community/community';
import type { TicketEvent } from '../../src/domain/ticket/ticket-event';
import type { JointParams, PartLine } from '../../src/domain/wording/joint-params';
import type { Head } from '../../src/domain/wording/params';

type JointStep = Extract<TicketEvent, { part: string }>['kind'];

const due = '2026-11-23T02:30:00.000Z';

/** What anybody may ask of anybody, or take away, in the little community. */
export const jointCommand = (by: fc.Arbitrary<Person>, words: fc.Arbitrary<string | null>) => {
  const whom = fc.constantFrom<{ desk: string | null; person: string | null; to: readonly string[] }>(
    { desk: 'property', person: null, to: ['ding', 'luo'] },
    { desk: 'grid-2', person: 'li', to: ['li'] },
    { desk: 'home', person: null, to: ['chen'] },
    { desk: null, person: null, to: [] },
  );
  const until = fc.constantFrom(null, '2026-11-20T06:00:00.000Z');
  return fc.oneof(
    fc
      .record({ by, whom, words, until })
      .map(({ by: who, whom: asked, ...rest }) => ({ kind: 'ask-part', by: who, ...asked, ...rest })),
    fc.record({ by, whom, words }).map(({ by: who, whom: { desk, person }, words: why }) => ({
      kind: 'drop-part',
      by: who,
      desk,
      person,
      words: why,
    })),
  );
};

/** One of each thing that can happen to the parts of a joint order. */
export const jointSteps = (at: string): { readonly [K in JointStep]: Extract<TicketEvent, { kind: K }> } => {
  const part = { at, by: 'wang', part: '1' };
  return {
    'part-asked': { ...part, kind: 'part-asked', desk: 'property', to: ['li'], words: 'w2', until: null },
    'part-claimed': { ...part, kind: 'part-claimed' },
    'part-noted': { ...part, kind: 'part-noted', words: 'w2' },
    'part-declined': { ...part, kind: 'part-declined', words: 'w2' },
    'part-done': { ...part, kind: 'part-done', words: 'w2', photos: ['p2'] },
    'part-dropped': { ...part, kind: 'part-dropped', words: 'w2' },
    'part-stood-in': { ...part, kind: 'part-stood-in', to: 'li' },
  };
};

/** What the history says of each. */
export const jointStepsSaid: readonly string[] = [
  '王芳请物业李强联办：“已拖走”',
  '王芳接了联办的那一块',
  '王芳说联办的进展：“已拖走”',
  '王芳退回了联办的那一块：“已拖走”',
  '王芳联办的那一块办好了：“已拖走”（有照片）',
  '王芳撤了一块联办：“已拖走”',
  '王芳请假，联办的那一块由李强代',
];

export const partLineSamples: readonly PartLine[] = [
  { desk: 'property', people: ['li'], words: ['w2'], state: 'asked', due },
  { desk: 'property', people: ['li'], words: ['w2'], state: 'claimed', due },
  { desk: null, people: ['zhao'], words: ['w2'], state: 'done', due: null },
  { desk: 'water', people: ['li'], words: ['w2'], state: 'declined', due: null },
];

const bars = ['open', 'already', 'unknown', 'nobody', 'what', 'none', 'why'] as const;
const news = ['claimed', 'noted', 'declined', 'done'] as const;

/** Every message about joint orders, in each of its forms. */
export const jointSamples = (head: Head): { readonly [K in keyof JointParams]: readonly JointParams[K][] } => {
  const desks = (['property', null] as const).map((desk) => ({ ...head, desk }));
  const late = desks.flatMap((of) =>
    [true, false].map((yours) => ({ ...of, yours, people: ['li'], words: ['w2'], due })),
  );
  return {
    'ticket.part': desks.map((of) => ({ ...of, by: 'wang', words: ['w2'], due })),
    'ticket.part-asked': desks.map((of) => ({ ...of, people: ['li'], due })),
    'ticket.part-claimed': [{ ...head, words: ['w2'], due }],
    'ticket.part-over': (['done', 'declined'] as const).map((what) => ({ ...head, what })),
    'ticket.part-news': desks.flatMap((of) =>
      news.flatMap((what) =>
        [0, 2].map((left) => ({ ...of, what, by: 'li', words: left > 0 ? ['w2'] : [], photos: left > 0, left })),
      ),
    ),
    'ticket.part-remind': late,
    'ticket.part-late': late,
    'ticket.part-dropped': desks.map((of) => ({ ...of, by: 'wang', words: of.desk === null ? [] : ['w2'] })),
    'ticket.part-dropped-done': desks.map((of) => ({ ...of, left: of.desk === null ? 0 : 1 })),
    'ticket.part-back': desks.map((of) => ({ ...of, by: 'wang', words: ['w2'], due })),
    'refused.part': bars.flatMap((why) =>
      [[], partLineSamples].map((parts) => ({ ...head, why, parts, desks: ['property', 'grid-2'] })),
    ),
  };
};

import fc from 'fast-check';
import type { Person } from '../../src/domain/community/community';
import type { TicketEvent } from '../../src/domain/ticket/ticket-event';
import type { PapersParams } from '../../src/domain/wording/papers-params';
import type { Head } from '../../src/domain/wording/params';

type PapersStep = 'papers-asked' | 'papers-brought' | 'papers-missing' | 'papers-complete';

/** What anybody may say of the papers of an application. */
export const papersCommand = (by: fc.Arbitrary<Person>, words: fc.Arbitrary<string | null>) =>
  fc.oneof(
    fc.record({ kind: fc.constant('papers-complete'), by }),
    fc.record({
      kind: fc.constant('papers-missing'),
      by,
      words,
      listed: fc.constantFrom([], ['身份证']),
      reasoned: fc.boolean(),
    }),
  );

const monday = '2026-11-23T02:30:00.000Z';

/** One of each thing that can happen to the papers of an application. */
export const papersSteps = (at: string): { readonly [K in PapersStep]: Extract<TicketEvent, { kind: K }> } => {
  const by = { at, by: 'wang' };
  return {
    'papers-asked': { at, kind: 'papers-asked', papers: ['身份证', '户口本'], until: monday },
    'papers-brought': { ...by, by: 'zhao', kind: 'papers-brought', words: [], photos: ['p1', 'p2'] },
    'papers-missing': { ...by, kind: 'papers-missing', words: 'w2', listed: ['户口本'], until: monday },
    'papers-complete': { ...by, kind: 'papers-complete' },
  };
};

/** What the history says of each. */
export const papersStepsSaid: readonly string[] = [
  '一次说全了要的材料：身份证、户口本，等到周一 10:30',
  '报的人送来了材料（2张照片）',
  '王芳看过，还缺清单上的：户口本',
  '王芳看过，材料齐了，开始算时间',
];

/** Parameters of each kind for every message about the papers of an application. */
export const papersSamples = (head: Head): { readonly [K in keyof PapersParams]: readonly PapersParams[K][] } => {
  const papers = ['身份证', '户口本'];
  const missing = { ...head, words: ['w2'], until: monday, times: 1 };
  const each = [
    { ...missing, listed: ['户口本'] },
    { ...missing, listed: [] },
  ];
  return {
    'ticket.papers': [
      { ...head, papers, until: monday, bringTo: null },
      { ...head, papers, until: monday, bringTo: '社区服务大厅2号窗口' },
    ],
    'ticket.papers-remind': [
      { ...head, papers, words: [], until: monday, bringTo: null },
      { ...head, papers, words: ['w2'], until: monday, bringTo: null },
    ],
    'ticket.papers-brought': [true, false].map((complete) => ({ ...head, complete })),
    'ticket.papers-look': [
      { ...head, papers, words: ['w2'], photos: 2, due: monday, again: false },
      { ...head, papers, words: [], photos: 0, due: monday, again: true },
    ],
    'ticket.papers-complete': [true, false].map((yours) => ({ ...head, due: monday, yours })),
    'ticket.papers-missing': each.map((one) => ({ ...one, bringTo: null })),
    'ticket.papers-missing-noted': each,
    'ticket.papers-lapsed': [true, false].map((yours) => ({ ...head, yours })),
    'refused.no-papers': [{ ...head, verb: '齐了' }],
    'refused.papers': [{ ...head, papers }],
  };
};

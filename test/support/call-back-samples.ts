import type { TicketEvent } from '../../src/domain/ticket/ticket-event';
import type { CallBackParams } from '../../src/domain/wording/call-back-params';
import type { Head } from '../../src/domain/wording/params';

type CallBackStep =
  'call-back-answered' | 'reopened-often' | 'call-back-unheard' | 'revisit-asked' | 'still-fine' | 'told-in-person';

/** One of each later thing that can happen when a reporter is asked how it came out. */
export const callBackSteps = (at: string): { readonly [K in CallBackStep]: Extract<TicketEvent, { kind: K }> } => ({
  'call-back-answered': {
    ...{ at, kind: 'call-back-answered', by: 'zhao', for: null },
    ...{ solved: true, satisfied: true, words: null },
  },
  'reopened-often': { at, kind: 'reopened-often', times: 3, to: ['li'] },
  'call-back-unheard': { at, kind: 'call-back-unheard', person: 'zhao' },
  'revisit-asked': { at, kind: 'revisit-asked' },
  'still-fine': { at, kind: 'still-fine', by: 'zhao' },
  'told-in-person': { at, kind: 'told-in-person', by: 'wang', how: 'home', words: 'w2', result: true },
});

export const callBackStepsSaid: readonly string[] = [
  '报的人回话：解决了，满意',
  '第3次没解决，请李强看一看',
  '回访的私信送不到',
  '过后又问了一声还好不好',
  '报的人说还好',
  '王芳上门告诉了本人：“已拖走”',
];

/** Every later message about it, in each of its forms. */
export const callBackSamples = (
  head: Head,
  due: string,
): { readonly [K in keyof CallBackParams]: readonly CallBackParams[K][] } => ({
  'ticket.call-back': [{ ...head, name: 'zhao', summary: [], desk: null, again: true, photos: false }],
  'ticket.call-backs': [
    {
      name: 'zhao',
      items: [
        { ...head, summary: ['w1'] },
        { ...head, number: 102, summary: [] },
      ],
    },
  ],
  'ticket.call-backs-thanks': [{ name: 'zhao', numbers: [101, 102] }],
  'ticket.phone-task': [
    { ...head, name: 'zhao', asks: 3, unheard: false },
    { ...head, name: 'zhao', asks: 1, unheard: true },
    { ...head, name: 'wang', asks: 3, unheard: false, who: ['w2'] },
    { ...head, name: 'wang', asks: 1, unheard: false, who: ['w2'], toldBy: 'wang' },
    { ...head, name: 'zhao', asks: 1, unheard: false, toldBy: 'wang' },
  ],
  'ticket.tell-result': [true, false].flatMap((own) => [
    { ...head, name: 'wang', who: ['w1'], result: ['w2'], own, again: false },
    { ...head, name: 'wang', who: ['w1'], result: [], own, again: true },
  ]),
  'ticket.told': (['home', 'phone', 'desk'] as const).flatMap((how) =>
    (['nothing', 'outcome', 'others-ask'] as const).map((next) => ({ ...head, how, next })),
  ),
  'refused.needs-telling': [head],
  'ticket.no-answer': [{ ...head, name: 'zhao' }],
  'ticket.thanks': [
    { ...head, name: 'zhao', points: 10 },
    { ...head, name: 'zhao', points: 0 },
  ],
  'ticket.thanks-unsatisfied': [{ ...head, name: 'zhao', points: 10 }],
  'ticket.closed-by-other': [
    { ...head, name: 'zhao', points: 10 },
    { ...head, name: 'zhao', points: 0 },
  ],
  'ticket.remarked': [
    { ...head, words: ['w1'], satisfied: true },
    { ...head, words: ['w1'], satisfied: false },
  ],
  'ticket.revisit': [
    { ...head, name: 'zhao', summary: ['w1'], closedAt: due },
    { ...head, name: 'zhao', summary: [], closedAt: due },
  ],
  'ticket.still-fine': [{ ...head, name: 'zhao' }],
  'ticket.not-seen-yet': [{ ...head, nextAt: due }],
  'ticket.reopened': [
    { ...head, times: 1, due, words: [] },
    { ...head, times: 2, due: null, words: ['w1'] },
  ],
  'ticket.reopened-thanks': [{ ...head, due }],
  'ticket.reopened-often': [
    { ...head, times: 3, owner: 'wang', due },
    { ...head, times: 4, owner: null, due: null },
  ],
});

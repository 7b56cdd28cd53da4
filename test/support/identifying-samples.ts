import type { TicketEvent } from '../../src/domain/ticket/ticket-event';
import type { IdentifyingParams } from '../../src/domain/wording/identifying-params';
import type { Head } from '../../src/domain/wording/params';

type Step = 'candidates-shown' | 'family-shown' | 'numbers-shown' | 'thanks-judged';

/** One of each thing that can happen while whoever was found is recognised. */
export const identifyingSteps = (at: string): { readonly [K in Step]: Extract<TicketEvent, { kind: K }> } => {
  const by = { at, by: 'wang' };
  return {
    'candidates-shown': { ...by, kind: 'candidates-shown', files: ['care-1', 'care-2'] },
    'family-shown': { ...by, kind: 'family-shown', file: 'care-1' },
    'numbers-shown': { ...by, kind: 'numbers-shown', words: 'w1' },
    'thanks-judged': { ...by, kind: 'thanks-judged', words: 'w2', groups: ['riders'] },
  };
};

/** What the history says of each: not who it may be, nor whose telephone it was. */
export const identifyingStepsSaid: readonly string[] = [
  '王芳认人，看了2位的名单',
  '王芳看了家属电话',
  '王芳看了话里的电话、车牌这类号码',
  '感谢也在骑手群里说了',
];

/** Every message about who it may be, in each of its forms. */
export const identifyingSamples = (
  head: Head,
): { readonly [K in keyof IdentifyingParams]: readonly IdentifyingParams[K][] } => {
  const words = ['w1'];
  const candidates = [
    {
      ...{ name: 'w1', born: 'w2', home: 'place', looks: 'w1' },
      why: [{ kind: 'clothes' }, { kind: 'marks', marks: ['白发', '眼镜'] }, { kind: 'age' }],
    },
    {
      ...{ name: 'w1', born: null, home: null, looks: null },
      why: [
        { kind: 'near', how: 'building' },
        { kind: 'near', how: 'grid' },
      ],
    },
  ] as const;
  return {
    'ticket.candidates': [
      { ...head, candidates: [], yours: true },
      { ...head, candidates, yours: true },
      { ...head, candidates, yours: false },
    ],
    'ticket.family-shown': [
      { ...head, name: 'w1', home: 'place', family: 'w2', contact: 'wang' },
      { ...head, name: 'w1', home: null, family: null, contact: 'wang' },
    ],
    'ticket.contact-told': [{ ...head, name: 'w1', home: 'place', owner: 'wang' }],
    'ticket.thanks-ask': [{ ...head, words }],
    'ticket.thanks-public': [{ words }],
    'ticket.thanks-judged': [true, false].map((said) => ({ ...head, said })),
    'ticket.no-candidate': [head],
    'ticket.thanks-known': [head],
  };
};

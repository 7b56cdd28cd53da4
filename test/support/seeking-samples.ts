import type { TicketEvent } from '../../src/domain/ticket/ticket-event';
import type { Head } from '../../src/domain/wording/params';
import type { SeekingParams } from '../../src/domain/wording/seeking-params';

type SeekingStep = 'family-called' | 'police-called' | 'returned' | 'thanks-passed';

/** One of each thing that can happen while somebody lost is brought home. */
export const seekingSteps = (at: string): { readonly [K in SeekingStep]: Extract<TicketEvent, { kind: K }> } => {
  const by = { at, by: 'wang' };
  return {
    'family-called': { ...by, kind: 'family-called' },
    'police-called': { ...by, kind: 'police-called' },
    returned: { ...by, kind: 'returned', words: 'w2', photos: [] },
    'thanks-passed': { ...by, kind: 'thanks-passed', words: 'w2', to: ['zhao'] },
  };
};

/** What the history says of each: not into whose hands, which is no business of who found the person. */
export const seekingStepsSaid: readonly string[] = [
  '王芳联系上了家属',
  '王芳报了110',
  '王芳把人平安交接了',
  '转达了家人的感谢',
];

/** Every message about somebody lost, in each of its forms. */
export const seekingSamples = (
  head: Head,
  at: string,
): { readonly [K in keyof SeekingParams]: readonly SeekingParams[K][] } => ({
  'ticket.ask-progress': [{ ...head, owner: 'wang', since: at }],
  'ticket.ring-police': [head, { ...head, missing: true }],
  'ticket.where-are-you': [{ number: head.number }, { number: head.number, missing: true }],
  'ticket.reached': [
    { ...head, whom: 'family', by: 'wang' },
    { ...head, whom: 'police', by: 'wang' },
  ],
  'ticket.returned': [{ ...head, by: 'wang', words: ['w1'] }],
  'ticket.returned-reporter': [head],
  'ticket.family-thanks': [{ ...head, words: ['w1'] }],
  'ticket.thanks-passed': [{ ...head, count: 1 }],
});

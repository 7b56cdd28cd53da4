import type { TicketEvent } from '../../src/domain/ticket/ticket-event';
import type { CallBackParams } from '../../src/domain/wording/call-back-params';
import type { Head } from '../../src/domain/wording/params';

type CallBackStep = 'reopened-often';

/** One of each later thing that can happen when a reporter is asked how it came out. */
export const callBackSteps = (at: string): { readonly [K in CallBackStep]: Extract<TicketEvent, { kind: K }> } => ({
  'reopened-often': { at, kind: 'reopened-often', times: 3, to: ['li'] },
});

export const callBackStepsSaid: readonly string[] = ['第3次没解决，请李强看一看'];

/** Every later message about it, in each of its forms. */
export const callBackSamples = (
  head: Head,
  due: string,
): { readonly [K in keyof CallBackParams]: readonly CallBackParams[K][] } => ({
  'ticket.call-back': [{ ...head, name: 'zhao', summary: [], desk: null, again: true, photos: false }],
  'ticket.phone-task': [{ ...head, name: 'zhao', asks: 3 }],
  'ticket.no-answer': [{ ...head, name: 'zhao' }],
  'ticket.thanks': [
    { ...head, name: 'zhao', points: 10 },
    { ...head, name: 'zhao', points: 0 },
  ],
  'ticket.thanks-unsatisfied': [{ ...head, name: 'zhao', points: 10 }],
  'ticket.not-seen-yet': [{ ...head, nextAt: due }],
  'ticket.reopened': [
    { ...head, times: 1, due },
    { ...head, times: 2, due: null },
  ],
  'ticket.reopened-thanks': [{ ...head, due }],
  'ticket.reopened-often': [
    { ...head, times: 3, owner: 'wang', due },
    { ...head, times: 4, owner: null, due: null },
  ],
});

import type { Person } from '../../src/domain/community/community';
import { Policy } from '../../src/domain/community/policy';
import type { CallBackAnswer } from '../../src/domain/ticket/calling-back/answer-call-back';
import { nextDue } from '../../src/domain/ticket/clocks/schedule-ticket';
import { aContext, aTicketCommunity, clock, he, ticked, told, zhao, type Life } from './a-ticket';

/** Where everybody who never answers is rung up. */
export const rung = aTicketCommunity({ policy: Policy.parse({ phoneTaskShare: 1 }) });

/** Where nobody is whom nothing makes a hard case. */
export const unrung = aTicketCommunity({ policy: Policy.parse({ phoneTaskShare: 0 }) });

export const answers = (life: Life, answer: CallBackAnswer, at: string, by: Person = zhao): Life =>
  told(life, { kind: 'answer', by, answer }, aContext(at, { community: rung }));

/** What was reopened is reviewed before its reporter is asked. */
export const passed = (life: Life, at: string = clock('15:10')): Life =>
  told(life, { kind: 'pass', by: he }, aContext(at));

/** Ticks at every due moment until `count` are done. */
export const passing = (life: Life, count: number, community = rung): Life => {
  let lived = life;
  for (let tick = 0; tick < count; tick += 1)
    lived = ticked(lived, aContext(nextDue(lived.ticket, community) ?? '', { community }));
  return lived;
};

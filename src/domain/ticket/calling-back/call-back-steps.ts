import type { Community } from '../../community/community';
import { stagesOf } from '../../community/stages-of';
import { clockArea, stageClock } from '../clocks/stage-clock';
import { timeStep, type TimeRule, type TimeStep } from '../clocks/time-step';
import { approversOf, directorsOf } from '../dispatching/approvers';
import type { Ticket } from '../ticket';
import { askCallBack } from './ask-call-back';
import { closeUnanswered } from './close-unanswered';
import { isHeardByNobody, isRungUp } from './is-rung-up';
import { givePhoneTask, phoneTaskPrefix } from './phone-task';

/** Staff did not ring up either: whoever is above them does. */
const phoneLate = (ticket: Ticket, community: Community): readonly TimeStep[] => {
  const given = ticket.notices.findLast(({ step }) => step.startsWith(phoneTaskPrefix));
  if (!given) return [];
  const name = `phone-late.${given.at}`;
  return [
    timeStep({
      kind: 'phone-late',
      name,
      at: stageClock(community, '24h', clockArea(ticket)).add(given.at, stagesOf(community, ticket).callBackMinutes),
      perform: (unanswered, context) =>
        givePhoneTask(unanswered, directorsOf(unanswered, context.community, context.now), name, context),
    }),
  ];
};

/** The question is asked again, so many times; then staff ring up, or it is closed as unanswered. */
export const callBackSteps: TimeRule = (ticket, community) => {
  const { phase, callBack } = ticket;
  if (phase !== 'resolved' || !callBack) return [];
  if (callBack.phoneTask) return phoneLate(ticket, community);
  if (!callBack.nextAt) return [];
  const ask = callBack.asks + 1;
  if (callBack.asks <= community.policy.callBackAgainDays.length && !isHeardByNobody(ticket))
    return [
      timeStep({
        kind: 'call-back',
        name: `call-back.${ask}`,
        at: callBack.nextAt,
        perform: (unanswered, context) => askCallBack(unanswered, ask, context),
      }),
    ];
  if (!isRungUp(ticket, community))
    return [timeStep({ kind: 'no-answer', name: 'no-answer', at: callBack.nextAt, perform: closeUnanswered })];
  const name = `${phoneTaskPrefix}${callBack.nextAt}`;
  return [
    timeStep({
      kind: 'phone-task',
      name,
      at: callBack.nextAt,
      perform: (unanswered, context) =>
        givePhoneTask(unanswered, approversOf(unanswered, context.community, context.now), name, context),
    }),
  ];
};

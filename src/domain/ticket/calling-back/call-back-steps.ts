import type { Community } from '../../community/community';
import { stagesOf } from '../../community/stages-of';
import type { PersonId } from '../../ids';
import { clockArea, stageClock } from '../clocks/stage-clock';
import { timeStep, type StepDone, type TimeRule, type TimeStep } from '../clocks/time-step';
import { approversOf, directorsOf } from '../dispatching/approvers';
import { reportersOf, tell } from '../telling/tell';
import { afterQuietHours } from '../../notices/after-quiet-hours';
import { headOf } from '../telling/ticket-card';
import type { Ticket } from '../ticket';
import type { TicketContext } from '../ticket-context';
import { askCallBack, callBackChoices } from './ask-call-back';
import { closeUnanswered } from './close-unanswered';
import { isHeardByNobody, isRungUp } from './is-rung-up';

/** A phone task may be given again, when the reporter has not seen it yet. */
const phoneTaskPrefix = 'phone-task.';

/** Nobody answered the questions: staff ring up. Never a silent close. */
const phoneTask = (
  ticket: Ticket,
  to: readonly PersonId[],
  step: string,
  { now, community }: TicketContext,
): StepDone => ({
  events: [
    { kind: 'phone-task-given', at: now, to },
    { kind: 'notified', at: now, step, to },
  ],
  says: tell(
    to,
    `${ticket.cycle}.${step}`,
    {
      wording: 'ticket.phone-task',
      params: {
        ...headOf(ticket),
        name: reportersOf(ticket)[0] ?? '',
        asks: ticket.callBack?.asks ?? 0,
        unheard: isHeardByNobody(ticket),
      },
    },
    { question: true, choices: callBackChoices, ...afterQuietHours(now, community) },
  ),
});

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
        phoneTask(unanswered, directorsOf(unanswered, context.community, context.now), name, context),
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
        phoneTask(unanswered, approversOf(unanswered, context.community, context.now), name, context),
    }),
  ];
};

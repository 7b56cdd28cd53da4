import type { PersonId } from '../../ids';
import { afterQuietHours } from '../../notices/after-quiet-hours';
import type { StepDone } from '../clocks/time-step';
import { reportersOf, tell } from '../telling/tell';
import { headOf } from '../telling/ticket-card';
import type { Ticket } from '../ticket';
import type { TicketContext } from '../ticket-context';
import { callBackChoices } from './ask-call-back';
import { isHeardByNobody } from './is-rung-up';

/** A phone task may be given again, when the reporter has not seen it yet. */
export const phoneTaskPrefix = 'phone-task.';

/** Nobody answered the questions, or whoever did the work told the result: staff ring up. Never a silent close. */
export const givePhoneTask = (
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
        ...(ticket.onBehalf === null ? {} : { who: [ticket.onBehalf] }),
        ...(ticket.told === null ? {} : { toldBy: ticket.told.by }),
      },
    },
    { question: true, choices: callBackChoices, ...afterQuietHours(now, community) },
  ),
});

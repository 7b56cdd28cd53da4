import { decision, type Decision, type Say } from '../../decision';
import type { PersonId } from '../../ids';
import { alarmRound, alarmStreet } from '../alarming/alarm-round';
import { foldTicket } from '../apply-ticket-event';
import { askCallBack, callBackChoices } from '../calling-back/ask-call-back';
import { confirmDanger } from '../reporting/danger-doubt';
import { dispatchNow } from '../dispatching/dispatch-ready';
import { breachSays, remindSays } from './ladder-notice';
import { approversOf, directorsOf } from '../dispatching/approvers';
import { scheduleTicket, type Step } from './schedule-ticket';
import { stageDue } from './stage-clock';
import { editCards, headOf } from '../telling/ticket-card';
import { afterQuietHours, reportersOf, tell, whenAwake } from '../telling/tell';
import type { Ticket } from '../ticket';
import type { TicketEvent } from '../ticket-event';
import type { TicketContext } from '../ticket-context';

interface Done {
  readonly events: readonly TicketEvent[];
  readonly says: readonly Say[];
}

/** Steps of one ladder stand for each other: when several are due at once, only the highest is done. */
const groupOf = (step: Step): string => (step.kind === 'warn' || step.kind === 'breach' ? 'ladder' : step.kind);

const resume = (ticket: Ticket, { now, community }: TicketContext): Done => {
  const events: TicketEvent[] = [{ kind: 'waiting-ended', at: now, by: null }];
  const resumed = foldTicket(ticket, events) ?? ticket;
  return {
    events,
    says: [
      ...tell(
        ticket.claimedBy ? [ticket.claimedBy] : ticket.handlers,
        `resumed.${now}`,
        {
          wording: 'ticket.claimed',
          params: { ...headOf(resumed), resolveDue: stageDue(resumed, community, 'resolve') },
        },
        whenAwake(ticket, { now, community }),
      ),
      ...editCards(resumed, `resumed.${now}`),
    ],
  };
};

/** Nobody answered the questions: staff ring up. Never a silent close. */
const phoneTask = (ticket: Ticket, to: readonly PersonId[], step: string, { now, community }: TicketContext): Done => ({
  events: [
    { kind: 'phone-task-given', at: now, to },
    { kind: 'notified', at: now, step, to },
  ],
  says: tell(
    to,
    `${ticket.cycle}.${step}`,
    {
      wording: 'ticket.phone-task',
      params: { ...headOf(ticket), name: reportersOf(ticket)[0] ?? '', asks: ticket.callBack?.asks ?? 0 },
    },
    { question: true, choices: callBackChoices, ...afterQuietHours(now, community) },
  ),
});

const perform = (ticket: Ticket, step: Step, context: TicketContext): Done => {
  const { community, now } = context;
  switch (step.kind) {
    case 'confirm':
      return confirmDanger(ticket, { by: null, why: 'time' }, context);
    case 'dispatch': {
      const dispatched = dispatchNow(ticket, context);
      const after = foldTicket(ticket, dispatched.events) ?? ticket;
      return {
        ...dispatched,
        says: [...dispatched.says, ...editCards({ ...after, handlers: [] }, `dispatched.${ticket.cycle}`)],
      };
    }
    case 'warn': {
      const { to, says } = remindSays(ticket, step, context);
      return { events: [{ kind: 'notified', at: now, step: step.name, to }], says };
    }
    case 'breach': {
      const { to, says } = breachSays(ticket, step, context);
      return { events: [{ kind: 'notified', at: now, step: step.name, to }], says };
    }
    case 'alarm':
      return alarmRound(ticket, step.round, context);
    case 'alarm-street':
      return alarmStreet(ticket, context);
    case 'resume':
      return resume(ticket, context);
    case 'call-back':
      return askCallBack(ticket, step.ask, context);
    case 'phone-task':
      return phoneTask(ticket, approversOf(ticket, community, now), step.name, context);
    case 'phone-late':
      return phoneTask(ticket, directorsOf(ticket, community, now), step.name, context);
  }
};

/** What is due now, done once: of a ladder only the highest step, and the ones passed over are marked. */
const performDue = (ticket: Ticket, context: TicketContext): Done => {
  const due = scheduleTicket(ticket, context.community).filter((step) => step.at <= context.now);
  const highest = new Map(due.map((step) => [groupOf(step), step]));
  const skipped = due.filter((step) => highest.get(groupOf(step)) !== step).map((step) => step.name);
  const events: TicketEvent[] = skipped.length > 0 ? [{ kind: 'skipped', at: context.now, steps: skipped }] : [];
  const says: Say[] = [];
  for (const step of highest.values()) {
    const done = perform(foldTicket(ticket, events) ?? ticket, step, context);
    events.push(...done.events);
    says.push(...done.says);
  }
  return { events, says };
};

/** More than any ticket has to catch up with at one moment. */
const mostRounds = 8;

/**
 * Time passed. Does each thing that is due and starts the next clock from now; what becomes due by that (a pause that
 * ends behind a missed deadline) is done as well. Nothing when nothing is due: a repeated tick changes nothing.
 */
export const tickTicket = (ticket: Ticket, context: TicketContext): Decision<TicketEvent> => {
  const events: TicketEvent[] = [];
  const says: Say[] = [];
  for (let round = 0; round < mostRounds; round += 1) {
    const done = performDue(foldTicket(ticket, events) ?? ticket, context);
    if (done.events.length === 0) break;
    events.push(...done.events);
    says.push(...done.says);
  }
  return decision<TicketEvent>({ events, says });
};

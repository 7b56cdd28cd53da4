import type { Community } from '../../community/community';
import { stagesOf, warnShareOf } from '../../community/stages-of';
import { rungsOf } from '../clocks/ladder-rungs';
import { ladderSteps } from '../clocks/ladder-steps';
import { clockOf, stageDue } from '../clocks/stage-clock';
import { noticeAt, timeStep, type StepDone, type TimeStep } from '../clocks/time-step';
import { foldTicket } from '../apply-ticket-event';
import { editCards } from '../telling/ticket-card';
import type { Ticket } from '../ticket';
import type { TicketContext } from '../ticket-context';
import { arrangeSays } from './arranging';
import { ruleFor } from './assign-ticket';
import { dispatchNow } from './dispatch-ready';

/** Nobody arranged it, up to the top: the pack's rule does, so that nothing rests between desks. */
export const dispatchByRule = (ticket: Ticket, context: TicketContext): StepDone => {
  const [first] = ticket.arranging?.why === 'ruling' ? ticket.arranging.offered : [];
  if (first !== undefined) return ruleFor(ticket, first, null, context);
  const dispatched = dispatchNow(ticket, context);
  const after = foldTicket(ticket, dispatched.events) ?? ticket;
  return {
    ...dispatched,
    says: [...dispatched.says, ...editCards({ ...after, handlers: [] }, `dispatched.${after.cycle}`)],
  };
};

const remind = (ticket: Ticket, community: Community, why: string, since: string): TimeStep => {
  const minutes = Math.floor(stagesOf(community, ticket).dispatchMinutes * warnShareOf(community, ticket));
  const name = `${why}.warn`;
  return timeStep({
    kind: 'warn',
    name,
    at: clockOf(ticket, community).add(since, minutes),
    series: 'ladder',
    stage: 'dispatch',
    perform: (held, context) => ({
      events: [{ kind: 'notified', at: context.now, step: name, to: held.arranging?.to ?? [] }],
      says: arrangeSays(held, { step: `${held.cycle}.${name}`, again: true }, context),
    }),
  });
};

/** The clock of approving, of arranging anew and of ruling: a reminder, the ladder, and in the end the pack's rule. */
export const arrangingSteps = (ticket: Ticket, community: Community): readonly TimeStep[] => {
  const { arranging } = ticket;
  const due = stageDue(ticket, community, 'dispatch');
  if (!arranging || !due) return [];
  const last = rungsOf(ticket, community, 'dispatch', due).at(-1);
  const from = last ? (noticeAt(ticket, last.name) ?? last.at) : due;
  return [
    remind(ticket, community, arranging.why, arranging.since),
    ...ladderSteps(ticket, community, 'dispatch', due),
    timeStep({
      kind: 'dispatch',
      name: `${arranging.why}.by-rule`,
      at: last ? clockOf(ticket, community).add(from, community.policy.ladderMinutes) : due,
      perform: dispatchByRule,
    }),
  ];
};

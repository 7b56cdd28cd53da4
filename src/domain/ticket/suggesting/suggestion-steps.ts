import type { Community } from '../../community/community';
import { remindSays } from '../clocks/ladder-notice';
import { ladderSteps } from '../clocks/ladder-steps';
import { clockOf } from '../clocks/stage-clock';
import { stepsOfStage } from '../clocks/stage-steps';
import { timeStep, type TimeRule, type TimeStep } from '../clocks/time-step';
import type { Ticket } from '../ticket';

/** Working minutes before the planned moment at which its owner is reminded: the day before. */
const remindMinutes = 480;

const planSteps = (ticket: Ticket, community: Community): readonly TimeStep[] => {
  const { plan } = ticket;
  if (!plan) return [];
  const at = clockOf(ticket, community).add(plan.until, -remindMinutes);
  const name = 'plan.warn';
  const warn = timeStep({
    kind: 'warn',
    name,
    at,
    series: 'ladder',
    stage: 'resolve',
    perform: (held, context) => {
      const { to, says } = remindSays(held, { name, stage: 'resolve' }, context);
      return { events: [{ kind: 'notified', at: context.now, step: name, to }], says };
    },
  });
  return [...(at > plan.since ? [warn] : []), ...ladderSteps(ticket, community, 'resolve', plan.until)];
};

/** A suggestion that was taken up is planned or done in its class's time; one that was planned, by its moment. */
export const suggestionSteps: TimeRule = (ticket, community) => {
  if (ticket.phase === 'considered') return stepsOfStage(ticket, community, 'resolve');
  return ticket.phase === 'planned' ? planSteps(ticket, community) : [];
};

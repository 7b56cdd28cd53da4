import type { Community } from '../../community/community';
import { stagesOf, warnShareOf } from '../../community/stages-of';
import type { Ticket } from '../ticket';
import { remindSays } from './ladder-notice';
import { ladderSteps } from './ladder-steps';
import { clockOf, dueAfterPauses, resolveStart, stageDue } from './stage-clock';
import { timeStep, type TimeRule, type TimeStep } from './time-step';

/** The reminder of a stage and its ladder. */
export const stepsOfStage = (ticket: Ticket, community: Community, stage: 'claim' | 'resolve'): readonly TimeStep[] => {
  const due = stageDue(ticket, community, stage);
  const start = stage === 'claim' ? ticket.dispatchedAt : resolveStart(ticket);
  if (!due || !start) return [];
  const clock = clockOf(ticket, community);
  const minutes = stagesOf(community, ticket)[`${stage}Minutes`];
  const warnAfter = Math.floor(minutes * warnShareOf(community, ticket));
  const name = `${stage}.warn`;
  const warn = timeStep({
    kind: 'warn',
    name,
    at: dueAfterPauses(clock, start, warnAfter, ticket.pauses),
    series: 'ladder',
    stage,
    perform: (held, context) => {
      const { to, says } = remindSays(held, { name, stage }, context);
      return { events: [{ kind: 'notified', at: context.now, step: name, to }], says };
    },
  });
  return [warn, ...ladderSteps(ticket, community, stage, due)];
};

/** The clocks of claiming and resolving: a reminder before the deadline, the ladder behind it. Alarms have their own. */
export const stageSteps: TimeRule = (ticket, community) => {
  if (ticket.phase === 'dispatched' && ticket.class !== 'critical') return stepsOfStage(ticket, community, 'claim');
  return ticket.phase === 'claimed' ? stepsOfStage(ticket, community, 'resolve') : [];
};

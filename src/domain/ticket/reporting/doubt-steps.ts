import { addMinutes } from '../../calendar/local-time';
import { timeStep, type TimeRule } from '../clocks/time-step';
import { confirmDanger } from './danger-doubt';

/** A danger in doubt that nobody denied in time is alarmed. */
export const doubtSteps: TimeRule = (ticket, community) =>
  ticket.phase === 'doubted'
    ? [
        timeStep({
          kind: 'confirm',
          name: 'confirm',
          at: addMinutes(ticket.reportedAt, community.policy.doubtMinutes),
          perform: (doubted, context) => confirmDanger(doubted, { by: null, why: 'time' }, context),
        }),
      ]
    : [];

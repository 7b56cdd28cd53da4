import type { Community } from '../../community/community';
import type { Moment } from '../../ids';
import type { Ticket } from '../ticket';
import { breachSays } from './ladder-notice';
import { rungsOf } from './ladder-rungs';
import type { LadderStage } from './stage-clock';
import { timeStep, type TimeStep } from './time-step';

/** The ladder of a stage whose deadline is `due`. */
export const ladderSteps = (
  ticket: Ticket,
  community: Community,
  stage: LadderStage,
  due: Moment,
): readonly TimeStep[] =>
  rungsOf(ticket, community, stage, due).map((rung) =>
    timeStep({
      kind: 'breach',
      ...rung,
      series: 'ladder',
      perform: (held, context) => {
        const { to, says } = breachSays(held, rung, context);
        return { events: [{ kind: 'notified', at: context.now, step: rung.name, to }], says };
      },
    }),
  );

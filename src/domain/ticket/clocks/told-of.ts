import { Level } from '../../community/policy';
import type { WhyParams } from '../../wording/why-params';
import type { Ticket } from '../ticket';

const stages = ['dispatch', 'claim', 'resolve', 'review', 'papers'] as const;

/** Reminders and rungs of the ladder that were told in this cycle, by the names of their steps ("claim.breach.street"). */
export const toldOf = (ticket: Ticket): WhyParams['told'] =>
  ticket.notices.flatMap(({ step, at }) => {
    const [first, what, rung] = step.split('.');
    const stage = stages.find((each) => each === first);
    if (!stage || (what !== 'warn' && what !== 'breach')) return [];
    return [{ at, stage, level: Level.options.find((level) => level === rung) ?? null }];
  });

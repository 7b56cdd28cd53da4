import type { Community } from '../../community/community';
import type { Level } from '../../community/policy';
import type { Moment } from '../../ids';
import { clockOf } from '../clocks/stage-clock';
import { noticeAt, timeStep, type TimeRule, type TimeStep } from '../clocks/time-step';
import { holdersOfMatter, othersAt } from '../dispatching/level-people';
import { tell, whenAwake } from '../telling/tell';
import { headOf, isOpen } from '../telling/ticket-card';
import type { Ticket } from '../ticket';

const stepAt = (ticket: Ticket, community: Community, rung: { name: string; at: Moment; level: Level }): TimeStep => {
  return timeStep({
    kind: 'supervise',
    name: rung.name,
    at: rung.at,
    series: 'supervise',
    level: rung.level,
    perform: (held, context) => {
      const asker = held.supervision?.by ?? '';
      const people = othersAt(rung.level, held, context.community, context.now).map(({ id }) => id);
      const to = [...new Set([asker, ...people])].filter((person) => person !== '');
      return {
        events: [{ kind: 'notified', at: context.now, step: rung.name, to }],
        says: tell(
          to,
          `${held.cycle}.${rung.name}`,
          {
            wording: 'ticket.supervision-late',
            params: {
              ...headOf(held),
              by: asker,
              owner: holdersOfMatter(held, context.community)[0] ?? null,
              due: held.supervision?.due ?? context.now,
            },
          },
          whenAwake(held, context),
        ),
      };
    },
  });
};

/** No answer by the moment that was asked for: whoever asked and the levels above hear of it, one after the other. */
export const superviseSteps: TimeRule = (ticket, community) => {
  const { supervision } = ticket;
  if (!supervision || !isOpen(ticket)) return [];
  const clock = clockOf(ticket, community);
  const found: TimeStep[] = [];
  let at = supervision.due;
  for (const level of community.policy.ladder) {
    const name = `supervise.${supervision.since}.${level}`;
    const given = noticeAt(ticket, name);
    if (given === null && othersAt(level, ticket, community, at).length === 0) continue;
    found.push(stepAt(ticket, community, { name, at, level }));
    at = clock.add(given ?? at, community.policy.ladderMinutes);
  }
  return found;
};

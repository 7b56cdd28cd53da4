import type { Person, Role } from '../../community/community';
import type { Level } from '../../community/policy';
import type { ChoiceId, Say } from '../../decision';
import type { PersonId } from '../../ids';
import { holdersOfMatter, othersAt } from '../dispatching/level-people';
import { levelAfter, type Rung } from './ladder-rungs';
import { roundOf } from './round-of';
import { clockOf, stageDue, type LadderStage } from './stage-clock';
import { tell, whenAwake } from '../telling/tell';
import type { Ticket } from '../ticket';
import { headOf } from '../telling/ticket-card';
import type { TicketContext } from '../ticket-context';

const roleAt = (level: Level, person: Person): Role => {
  const wanted: readonly Role[] = level === 'grid-leader' ? ['grid-leader'] : ['director', 'staff'];
  return wanted.find((role) => person.roles.some((grant) => grant.role === role)) ?? 'staff';
};

/** Text 3: before the deadline, to whoever has the matter. */
export const remindSays = (
  ticket: Ticket,
  step: { readonly name: string; readonly stage: 'claim' | 'resolve' },
  context: TicketContext,
): { to: readonly PersonId[]; says: readonly Say[] } => {
  const { community, now } = context;
  const due = stageDue(ticket, community, step.stage) ?? now;
  const to = holdersOfMatter(ticket, community);
  const minutesLeft = Math.max(0, Math.round(clockOf(ticket, community).between(now, due)));
  return {
    to,
    says: tell(
      to,
      `${roundOf(ticket)}.${step.name}`,
      {
        wording: 'ticket.remind',
        params: {
          ...headOf(ticket),
          stage: step.stage,
          minutesLeft,
          due,
          next: levelAfter(ticket, step.stage, null, community),
        },
      },
      { ...whenAwake(ticket, context), choices: [step.stage === 'claim' ? 'claim' : 'resolve'] },
    ),
  };
};

/** The level's people now; those it had at the due moment, when all have gone on leave since. */
const peopleNow = (ticket: Ticket, { level, at }: Rung, { community, now }: TicketContext): readonly Person[] => {
  const present = othersAt(level, ticket, community, now);
  return present.length > 0 ? present : othersAt(level, ticket, community, at);
};

const breachChoices = (ticket: Ticket, stage: LadderStage): readonly ChoiceId[] => {
  switch (stage) {
    case 'dispatch':
      if (ticket.arranging) return ticket.arranging.offered.map((person) => `assign-${person}` as const);
      return ticket.options.map((id) => `category-${id}` as const);
    case 'claim':
      return ['claim'];
    case 'papers':
      return ['papers-complete'];
    case 'resolve':
      return [];
    case 'review':
      return ['pass', 'send-back'];
  }
};

/** Text 4: at the breach, one level up, once a person; it says why this person gets it and what happens next. */
export const breachSays = (
  ticket: Ticket,
  step: Rung,
  context: TicketContext,
): { to: readonly PersonId[]; says: readonly Say[] } => {
  const { community, now } = context;
  const clock = clockOf(ticket, community);
  const due = stageDue(ticket, community, step.stage) ?? now;
  const nextLevel = levelAfter(ticket, step.stage, step.level, community);
  const people = peopleNow(ticket, step, context);
  return {
    to: people.map((person) => person.id),
    says: people.flatMap((person) =>
      tell(
        [person.id],
        `${roundOf(ticket)}.${step.name}`,
        {
          wording: 'ticket.breach',
          params: {
            ...headOf(ticket),
            stage: step.stage,
            minutesLate: Math.max(0, Math.round(clock.between(due, now))),
            asked: holdersOfMatter(ticket, community),
            role: roleAt(step.level, person),
            nextDue: nextLevel ? clock.add(now, community.policy.ladderMinutes) : null,
            nextLevel,
          },
        },
        { ...whenAwake(ticket, context), choices: breachChoices(ticket, step.stage) },
      ),
    ),
  };
};

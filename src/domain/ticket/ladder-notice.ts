import { communityArea } from '../community/area-tree';
import type { Community, Person, Role } from '../community/community';
import type { Level } from '../community/policy';
import { directorsFor, gridLeadersFor, onDuty, staffFor, streetOfficeFor } from '../community/responsible';
import type { Say } from '../decision';
import type { Moment, PersonId } from '../ids';
import type { Step } from './schedule-ticket';
import { stageClock, stageDue } from './stage-clock';
import { afterQuietHours, tell } from './tell';
import type { Ticket } from './ticket';
import { headOf } from './ticket-card';
import type { TicketContext } from './ticket-context';

/** The people of a level, for the place of this ticket. */
const peopleOf = (level: Level, ticket: Ticket, community: Community, at: Moment): readonly Person[] => {
  const area = ticket.place.area ?? communityArea(community)?.id ?? null;
  switch (level) {
    case 'grid-leader':
      return gridLeadersFor(community, area, at);
    case 'community': {
      const duty = onDuty(community, area, at).filter((person) => person.roles.some(({ role }) => role === 'staff'));
      return [...directorsFor(community, area, at), ...(duty.length > 0 ? duty : staffFor(community, area, at))];
    }
    case 'street':
      return streetOfficeFor(community, at);
  }
};

const roleAt = (level: Level, person: Person): Role => {
  const wanted: readonly Role[] = level === 'grid-leader' ? ['grid-leader'] : ['director', 'staff'];
  return wanted.find((role) => person.roles.some((grant) => grant.role === role)) ?? 'staff';
};

/** Whoever the matter rests with now. */
export const holdersOfMatter = (ticket: Ticket): readonly PersonId[] =>
  ticket.claimedBy ? [ticket.claimedBy] : ticket.handlers;

const nightRule = (ticket: Ticket, { now, community }: TicketContext): Pick<Say, 'urgency'> & { holdUntil?: Moment } =>
  ticket.class === 'critical' || ticket.class === '2h'
    ? { urgency: 'prompt' }
    : { urgency: 'ordinary', ...afterQuietHours(now, community) };

/** Text 3: before the deadline, to whoever has the matter. */
export const remindSays = (
  ticket: Ticket,
  step: Extract<Step, { kind: 'warn' }>,
  context: TicketContext,
): { to: readonly PersonId[]; says: readonly Say[] } => {
  const { community, now } = context;
  const due = stageDue(ticket, community, step.stage) ?? now;
  const to = holdersOfMatter(ticket);
  const minutesLeft = Math.max(0, stageClock(community, ticket.class).between(now, due));
  return {
    to,
    says: tell(
      to,
      `${ticket.cycle}.${step.name}`,
      {
        wording: 'ticket.remind',
        params: { ...headOf(ticket), stage: step.stage, minutesLeft, due, next: community.policy.ladder[0] ?? null },
      },
      { ...nightRule(ticket, context), choices: [step.stage === 'claim' ? 'claim' : 'resolve'] },
    ),
  };
};

/** Text 4: at the breach, one level up, once a person; it says why this person gets it and what happens next. */
export const breachSays = (
  ticket: Ticket,
  step: Extract<Step, { kind: 'breach' }>,
  context: TicketContext,
): { to: readonly PersonId[]; says: readonly Say[] } => {
  const { community, now } = context;
  const clock = stageClock(community, ticket.class);
  const due = stageDue(ticket, community, step.stage) ?? now;
  const { ladder, ladderMinutes } = community.policy;
  const nextLevel = ladder[ladder.indexOf(step.level) + 1] ?? null;
  const people = peopleOf(step.level, ticket, community, now);
  return {
    to: people.map((person) => person.id),
    says: people.flatMap((person) =>
      tell(
        [person.id],
        `${ticket.cycle}.${step.name}`,
        {
          wording: 'ticket.breach',
          params: {
            ...headOf(ticket),
            stage: step.stage,
            minutesLate: Math.max(0, clock.between(due, now)),
            asked: holdersOfMatter(ticket),
            role: roleAt(step.level, person),
            nextDue: nextLevel ? clock.add(now, ladderMinutes) : null,
            nextLevel,
          },
        },
        { ...nightRule(ticket, context), choices: step.stage === 'claim' ? ['claim'] : [] },
      ),
    ),
  };
};

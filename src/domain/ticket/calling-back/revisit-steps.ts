import { addDays } from 'date-fns';
import { timeStep, type StepDone, type TimeRule } from '../clocks/time-step';
import { askableMoment, tell } from '../telling/tell';
import { headOf } from '../telling/ticket-card';
import type { Ticket } from '../ticket';
import type { TicketContext } from '../ticket-context';
import { saidBy } from './ask-call-back';

const revisitChoices = ['still-fine', 'back-again'] as const;

const revisit = (ticket: Ticket, { now, community }: TicketContext): StepDone => ({
  events: [{ kind: 'revisit-asked', at: now }],
  says: ticket.reporters
    .filter(({ kind }) => kind === 'reporter')
    .flatMap(({ person, role }) => {
      const holdUntil = askableMoment(now, role, community);
      const params = {
        ...headOf(ticket),
        name: person,
        summary: saidBy(ticket, person).slice(0, 1),
        closedAt: ticket.closedAt ?? now,
      };
      return tell(
        [person],
        `revisit.${ticket.cycle}.1`,
        { wording: 'ticket.revisit', params },
        { question: true, choices: revisitChoices, ...(holdUntil === now ? {} : { holdUntil }) },
      );
    }),
});

/** What comes back by experience is asked about once more, so many days after it was closed. */
export const revisitSteps: TimeRule = (ticket, community) => {
  const { phase, closedFor, closedAt, revisit: asked, category } = ticket;
  if (phase !== 'archived' || closedFor !== 'called-back' || closedAt === null || asked !== null) return [];
  const days = community.categories.find(({ id }) => id === category)?.revisitDays;
  if (days === undefined) return [];
  const at = askableMoment(addDays(closedAt, days).toISOString(), ticket.reporters[0]?.role ?? 'resident', community);
  return [timeStep({ kind: 'revisit', name: 'revisit', at, perform: revisit })];
};

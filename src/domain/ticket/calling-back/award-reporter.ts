import type { PersonId } from '../../ids';
import { award } from '../../points/award';
import { withinBudget, type Awarded } from '../../points/budget';
import type { Ticket } from '../ticket';
import { guardOf, type TicketContext } from '../ticket-context';

/** Points after verification, for the first reporter; once a ticket, whatever is reopened. */
export const awardReporter = (ticket: Ticket, person: PersonId, context: TicketContext): Awarded => {
  const { now, community } = context;
  const guard = (id: string) => guardOf(context, id);
  const { id: matter, number } = ticket;
  const points = community.policy.reportPoints;
  const given = ticket.awarded
    ? null
    : award({ kind: 'report', points, person, matter, number, at: now, community, guard });
  return withinBudget(given, { person, now, community, guard });
};

import { addDays } from 'date-fns';
import type { Community } from '../../community/community';
import type { Moment } from '../../ids';
import type { StepDone } from '../clocks/time-step';
import { askableMoment, reportersOf, tell } from '../telling/tell';
import { headOf } from '../telling/ticket-card';
import type { Ticket } from '../ticket';
import type { TicketContext } from '../ticket-context';
import type { TicketEvent } from '../ticket-event';
import { residentAwake } from '../ways/resident-awake';

/** So many days later, in daytime. */
export const daysLater = (ticket: Ticket, from: Moment, days: number, community: Community): Moment =>
  askableMoment(addDays(from, days).toISOString(), ticket.reporters[0]?.role ?? 'resident', community);

/** Where papers are taken in that nobody can photograph; null: the community's own desk. */
export const bringToOf = ({ category }: Ticket, { categories }: Pick<Community, 'categories'>): string | null =>
  categories.find(({ id }) => id === category)?.bringTo ?? null;

/**
 * The category names papers: the whole list is told, once, and by that nothing more need be asked. `spoke`: the
 * reporter just spoke, and hears it at any hour.
 */
export const askPapers = (ticket: Ticket, spoke: boolean, context: TicketContext): StepDone => {
  const { now, community } = context;
  const papers = community.categories.find(({ id }) => id === ticket.category)?.papers ?? [];
  const asked = ticket.nature !== 'report' || ticket.papers !== null || ticket.phase === 'doubted';
  if (papers.length === 0 || asked) return { events: [], says: [] };
  const until = daysLater(ticket, now, community.policy.papersDays, community);
  const events: TicketEvent[] = [{ kind: 'papers-asked', at: now, papers, until }];
  return {
    events,
    says: tell(
      reportersOf(ticket),
      'papers',
      {
        wording: 'ticket.papers',
        params: { ...headOf(ticket), papers, until, bringTo: bringToOf(ticket, community) },
      },
      spoke ? { urgency: 'prompt' } : residentAwake(ticket, context),
    ),
  };
};

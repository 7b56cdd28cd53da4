import type { Community } from '../../community/community';
import { decision, type Decision } from '../../decision';
import { foldTicket } from '../apply-ticket-event';
import { classOf } from '../reporting/report-class';
import { tell, whenAwake } from '../telling/tell';
import { headOf } from '../telling/ticket-card';
import type { Ticket } from '../ticket';
import type { TicketContext } from '../ticket-context';
import type { TicketEvent } from '../ticket-event';
import { scheduleTicket } from './schedule-ticket';
import type { StepKind } from './step-kind';
import { promisedDue } from './stage-clock';

/** The class that its category has by now. What is or becomes a danger keeps its class: alarms are no paper work. */
const classNow = (ticket: Ticket, before: Community, { now, community }: TicketContext): readonly TicketEvent[] => {
  const [was, is] = [
    classOf(ticket.category, before, ticket.nature),
    classOf(ticket.category, community, ticket.nature),
  ];
  const stays = was === is || ticket.class !== was || was === 'critical' || is === 'critical';
  return stays || ticket.category === null ? [] : [{ kind: 'class-changed', at: now, class: is }];
};

const runs = ({ phase }: Ticket): boolean =>
  phase === 'reported' || phase === 'dispatched' || phase === 'claimed' || phase === 'waiting';

const comeAgain: readonly StepKind[] = ['warn', 'breach', 'part-warn', 'part-breach'];

/** Reminders and ladders that were done with, and whose moment has moved behind now: they are to come again. */
const stepsAgain = (ticket: Ticket, { now, community }: TicketContext): readonly string[] => {
  const done = ticket.notices.map(({ step }) => step);
  return scheduleTicket({ ...ticket, notices: [] }, community)
    .filter(({ name, at, kind }) => comeAgain.includes(kind) && done.includes(name) && at > now)
    .map(({ name }) => name);
};

/**
 * The pack changed: the deadline that was said before and the one that holds now. Whoever has the matter is told when it
 * moved to a later moment, for then somebody was promised something earlier. Nothing when it stays.
 */
export const moveDeadlines = (ticket: Ticket, before: Community, context: TicketContext): Decision<TicketEvent> => {
  if (!runs(ticket)) return decision<TicketEvent>();
  const { now, community } = context;
  const reclassed = classNow(ticket, before, context);
  const classed = foldTicket(ticket, reclassed) ?? ticket;
  const [from, to] = [promisedDue(ticket, before), promisedDue(classed, community)];
  if (from === null || to === null || from === to) return decision({ events: reclassed });
  const again = stepsAgain(classed, context);
  const spoken = { wording: 'ticket.deadline-moved', params: { ...headOf(ticket), from, to } } as const;
  return decision<TicketEvent>({
    events: [...reclassed, { kind: 'deadline-moved', at: now, from, to, again }],
    says:
      to > from && ticket.class !== 'critical'
        ? tell(
            ticket.claimedBy ? [ticket.claimedBy] : ticket.handlers,
            `moved.${from}.${to}`,
            spoken,
            whenAwake(ticket, { now, community }),
          )
        : [],
  });
};

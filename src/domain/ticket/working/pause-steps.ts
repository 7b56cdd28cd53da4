import { foldTicket } from '../apply-ticket-event';
import { stageDue } from '../clocks/stage-clock';
import { timeStep, type StepDone, type TimeRule } from '../clocks/time-step';
import { tell, whenAwake } from '../telling/tell';
import { editCards, headOf } from '../telling/ticket-card';
import type { Ticket } from '../ticket';
import type { TicketContext } from '../ticket-context';
import type { TicketEvent } from '../ticket-event';

const resume = (ticket: Ticket, { now, community }: TicketContext): StepDone => {
  const events: TicketEvent[] = [{ kind: 'waiting-ended', at: now, by: null }];
  const resumed = foldTicket(ticket, events) ?? ticket;
  return {
    events,
    says: [
      ...tell(
        ticket.claimedBy ? [ticket.claimedBy] : ticket.handlers,
        `resumed.${now}`,
        {
          wording: 'ticket.claimed',
          params: { ...headOf(resumed), resolveDue: stageDue(resumed, community, 'resolve') },
        },
        whenAwake(ticket, { now, community }),
      ),
      ...editCards(resumed, `resumed.${now}`),
    ],
  };
};

/** A pause ends by itself, at the end that was named. */
export const pauseSteps: TimeRule = ({ phase, waiting }) =>
  phase === 'waiting' && waiting
    ? [timeStep({ kind: 'resume', name: `resume.${waiting.since}`, at: waiting.until, perform: resume })]
    : [];

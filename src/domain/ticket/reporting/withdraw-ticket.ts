import type { Person } from '../../community/community';
import { decided, refused, type Decision, type Result } from '../../decision';
import { foldTicket } from '../apply-ticket-event';
import { dropOpenParts } from '../joining/drop-part';
import type { TicketRefusal } from '../refusal';
import { editCards, headOf } from '../telling/ticket-card';
import { answerTo, reportersOf, tell, whenAwake } from '../telling/tell';
import type { Ticket } from '../ticket';
import type { TicketEvent } from '../ticket-event';
import type { TicketContext } from '../ticket-context';

/** `撤回`: by the only one who spoke of it, while nobody has claimed it. A critical one only its owner ends. */
export const withdrawTicket = (
  ticket: Ticket,
  by: Person,
  context: TicketContext,
): Result<Decision<TicketEvent>, TicketRefusal> => {
  const { now } = context;
  if (!reportersOf(ticket).includes(by.id)) return refused({ kind: 'not-found' });
  if (ticket.phase !== 'reported' && ticket.phase !== 'dispatched')
    return refused(ticket.claimedBy ? { kind: 'too-late-to-withdraw' } : { kind: 'state', verb: '撤回' });
  if (ticket.class === 'critical' || ticket.reporters.length > 1) return refused({ kind: 'too-late-to-withdraw' });
  const parts = dropOpenParts(ticket, { by: by.id, words: null }, context);
  const events: TicketEvent[] = [
    ...parts.events,
    { kind: 'withdrawn', at: now, by: by.id },
    { kind: 'archived', at: now, reason: 'withdrawn' },
  ];
  const withdrawn = foldTicket(ticket, events.slice(0, -1)) ?? ticket;
  const spoken = { wording: 'ticket.withdrawn', params: headOf(withdrawn) } as const;
  return decided({
    events,
    says: [
      ...answerTo(by.id, 'withdrawn', now, spoken),
      ...tell(ticket.handlers, 'withdrawn', spoken, whenAwake(ticket, context)),
      ...parts.says,
      ...editCards(withdrawn, 'withdrawn'),
    ],
  });
};

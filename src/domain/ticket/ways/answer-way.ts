import type { Person } from '../../community/community';
import { decided, refused, type Decision, type Result } from '../../decision';
import type { Moment } from '../../ids';
import { foldTicket } from '../apply-ticket-event';
import type { TicketRefusal } from '../refusal';
import { answerTo, reportersOf, tell, whenAwake } from '../telling/tell';
import { headOf } from '../telling/ticket-card';
import type { Ticket } from '../ticket';
import type { TicketContext } from '../ticket-context';
import type { TicketEvent } from '../ticket-event';
import { mayHandle } from '../working/handler-roles';
import { otherSide, peopleOf, visitParams } from './ask-visit';

type Answered = Result<Decision<TicketEvent>, TicketRefusal>;

const isUnderWay = ({ phase }: Ticket): boolean => phase === 'dispatched' || phase === 'claimed' || phase === 'waiting';

/** The leave to act on behalf; a second press of the same is thanked again. */
export const answerConsent = (
  ticket: Ticket,
  { by, yes }: { readonly by: Person; readonly yes: boolean },
  context: TicketContext,
): Answered => {
  if (!reportersOf(ticket).includes(by.id)) return refused({ kind: 'not-found' });
  if (!isUnderWay(ticket) || ticket.way?.kind !== 'on-behalf') return refused({ kind: 'not-asked' });
  const { now } = context;
  const thanks = answerTo(by.id, 'consent', now, {
    wording: 'ticket.consent',
    params: { ...headOf(ticket), given: yes, yours: false },
  });
  if (ticket.way.consent !== null && yes) return decided({ says: thanks });
  return decided({
    events: [{ kind: 'consented', at: now, by: by.id, given: yes }],
    says: [
      ...thanks,
      ...tell(
        peopleOf(ticket, 'handler'),
        `consent.${now}`,
        { wording: 'ticket.consent', params: { ...headOf(ticket), given: yes, yours: true } },
        whenAwake(ticket, context),
      ),
    ],
  });
};

/** The other side's answer to a proposed time; `from`: the time that was asked, so that a late answer to another is none. */
export const answerVisit = (
  ticket: Ticket,
  { by, yes, from }: { readonly by: Person; readonly yes: boolean; readonly from: Moment },
  context: TicketContext,
): Answered => {
  const { now } = context;
  const visit = ticket.way?.visit ?? null;
  const concerned = reportersOf(ticket).includes(by.id) || mayHandle(ticket, by);
  if (!concerned) return refused({ kind: 'not-found' });
  if (!isUnderWay(ticket) || visit?.from !== from || visit.from <= now) return refused({ kind: 'not-asked' });
  const side = otherSide(visit.side);
  const answers = side === 'reporter' ? reportersOf(ticket).includes(by.id) : mayHandle(ticket, by);
  if (!answers) return refused({ kind: 'not-found' });
  const agreed = { wording: 'ticket.visit-agreed', params: visitParams(ticket, visit) } as const;
  if (visit.agreedAt !== null && yes) return decided({ says: answerTo(by.id, 'visit-agreed', now, agreed) });
  const events: TicketEvent[] = [
    { kind: yes ? 'visit-agreed' : 'visit-declined', at: now, by: by.id, from, until: visit.to },
  ];
  const after = foldTicket(ticket, events) ?? ticket;
  const spoken = yes ? agreed : ({ wording: 'ticket.visit-declined', params: visitParams(ticket, visit) } as const);
  return decided({
    events,
    says: [
      ...answerTo(by.id, spoken.wording, now, spoken),
      ...tell(
        peopleOf(after, visit.side).filter((person) => person !== by.id),
        `${spoken.wording}.${now}`,
        spoken,
        whenAwake(ticket, context),
      ),
    ],
  });
};

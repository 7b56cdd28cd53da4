import type { Person } from '../../community/community';
import { decided, refused, type Decision, type Result } from '../../decision';
import type { Moment, WordsId } from '../../ids';
import { foldTicket } from '../apply-ticket-event';
import { mayHandle } from './handler-roles';
import type { TicketRefusal } from '../refusal';
import { stageDue } from '../clocks/stage-clock';
import { editCards, headOf } from '../telling/ticket-card';
import { answerTo, reportersOf, tell, whenAwake } from '../telling/tell';
import type { Ticket } from '../ticket';
import type { TicketEvent } from '../ticket-event';
import type { TicketContext } from '../ticket-context';

export interface PauseTicket {
  readonly by: Person;
  readonly until: Moment;
  readonly words: WordsId | null;
}

type Paused = Result<Decision<TicketEvent>, TicketRefusal>;

/** `等 … 因为 …`: the clock stands still until the end that was named, and goes on by itself. */
export const pauseTicket = (ticket: Ticket, { by, until, words }: PauseTicket, context: TicketContext): Paused => {
  const { now } = context;
  if (!mayHandle(ticket, by)) return refused({ kind: 'role', verb: '等' });
  if (ticket.phase !== 'claimed' || until <= now) return refused({ kind: 'state', verb: '等' });
  if (!words) return refused({ kind: 'needs-reason', verb: '等' });
  const events: TicketEvent[] = [{ kind: 'waiting-began', at: now, by: by.id, until, words }];
  const waiting = foldTicket(ticket, events) ?? ticket;
  const spoken = { wording: 'ticket.waiting', params: { ...headOf(waiting), until } } as const;
  const others = reportersOf(ticket).filter((person) => person !== by.id);
  return decided({
    events,
    says: [
      ...answerTo(by.id, 'waiting', now, spoken),
      ...tell(others, `waiting.${now}`, spoken, whenAwake(ticket, context)),
      ...editCards(waiting, `waiting.${now}`),
    ],
  });
};

/** `继续`: the work goes on before the end that was named. */
export const resumeTicket = (ticket: Ticket, by: Person, { now, community }: TicketContext): Paused => {
  if (!mayHandle(ticket, by)) return refused({ kind: 'role', verb: '继续' });
  if (ticket.phase !== 'waiting') return refused({ kind: 'state', verb: '继续' });
  const events: TicketEvent[] = [{ kind: 'waiting-ended', at: now, by: by.id }];
  const resumed = foldTicket(ticket, events) ?? ticket;
  return decided({
    events,
    says: [
      ...answerTo(by.id, 'resumed', now, {
        wording: 'ticket.claimed',
        params: { ...headOf(resumed), resolveDue: stageDue(resumed, community, 'resolve') },
      }),
      ...editCards(resumed, `resumed.${now}`),
    ],
  });
};

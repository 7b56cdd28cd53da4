import type { Person } from '../../community/community';
import { decided, refused, type Decision, type Result } from '../../decision';
import type { Moment, WordsId } from '../../ids';
import { foldTicket } from '../apply-ticket-event';
import type { TicketRefusal } from '../refusal';
import { headOf } from '../telling/ticket-card';
import type { Ticket } from '../ticket';
import type { TicketContext } from '../ticket-context';
import type { TicketEvent } from '../ticket-event';
import { whyNotDecide } from './suggestion';
import { tellProposers } from './tell-proposers';

export interface PlanSuggestion {
  readonly by: Person;
  readonly until: Moment;
  readonly words: WordsId | null;
}

/** `计划 #12 周五前`: it will be done by then; the moment is watched. Said again it moves. */
export const planSuggestion = (
  ticket: Ticket,
  { by, until, words }: PlanSuggestion,
  context: TicketContext,
): Result<Decision<TicketEvent>, TicketRefusal> => {
  const refusal = whyNotDecide(ticket, by, '计划');
  if (refusal) return refused(refusal);
  if (until <= context.now) return refused({ kind: 'state', verb: '计划' });
  const events: TicketEvent[] = [{ kind: 'planned', at: context.now, by: by.id, until, words }];
  const planned = foldTicket(ticket, events) ?? ticket;
  const params = { ...headOf(planned), until, words: [words ?? []].flat() };
  const spoken = () => ({ wording: 'suggestion.planned', params }) as const;
  return decided({ events, says: tellProposers(planned, { by: by.id, step: 'planned', spoken }, context) });
};

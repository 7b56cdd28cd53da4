import { decided, type Decision, type Result } from '../../decision';
import type { PersonId, WordsId } from '../../ids';
import { foldTicket } from '../apply-ticket-event';
import { promisedDue } from '../clocks/stage-clock';
import type { TicketRefusal } from '../refusal';
import { answerTo, tell, whenAwake } from '../telling/tell';
import { editCards, headOf } from '../telling/ticket-card';
import type { Ticket } from '../ticket';
import type { TicketContext } from '../ticket-context';
import type { TicketEvent } from '../ticket-event';
import { raiseReopened } from './raise-reopened';

/** "Not solved" opens a new cycle, keeps count and tells the handler; time and again, the level above as well. */
export const reopenTicket = (
  ticket: Ticket,
  {
    by,
    for: forPerson,
    words,
  }: { readonly by: PersonId; readonly for: PersonId | null; readonly words: WordsId | null },
  context: TicketContext,
): Result<Decision<TicketEvent>, TicketRefusal> => {
  const opened: TicketEvent[] = [
    { kind: 'call-back-answered', at: context.now, by, for: forPerson, solved: false, satisfied: null, words },
    { kind: 'reopened', at: context.now, by },
  ];
  const reopened = foldTicket(ticket, opened) ?? ticket;
  const due = promisedDue(reopened, context.community);
  const said = words === null ? [] : [words];
  const handlers = reopened.claimedBy ? [reopened.claimedBy] : reopened.handlers;
  const raised = raiseReopened(reopened, context);
  return decided({
    events: [...opened, ...raised.events],
    says: [
      ...tell(
        handlers,
        `reopened.${reopened.cycle}`,
        { wording: 'ticket.reopened', params: { ...headOf(reopened), times: reopened.reopenings, due, words: said } },
        { ...whenAwake(reopened, context), choices: ['resolve'] },
      ),
      ...raised.says,
      ...answerTo(by, 'reopened-thanks', context.now, {
        wording: 'ticket.reopened-thanks',
        params: { ...headOf(reopened), due },
      }),
      ...editCards(reopened, `reopened.${reopened.cycle}`),
    ],
  });
};

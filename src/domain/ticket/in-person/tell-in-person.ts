import type { Person } from '../../community/community';
import { decided, refused, type Decision, type Result, type Say } from '../../decision';
import type { WordsId } from '../../ids';
import { foldTicket } from '../apply-ticket-event';
import { answerCallBack, type CallBackAnswer } from '../calling-back/answer-call-back';
import { callBackChoices } from '../calling-back/ask-call-back';
import { givePhoneTask } from '../calling-back/phone-task';
import { approversOf, directorsOf } from '../dispatching/approvers';
import type { TicketRefusal } from '../refusal';
import { answerTo, reportersOf } from '../telling/tell';
import { headOf, isOpen } from '../telling/ticket-card';
import type { Ticket } from '../ticket';
import type { TicketContext } from '../ticket-context';
import type { TicketEvent } from '../ticket-event';
import { mayHandle } from '../working/handler-roles';
import { isOwnResult, type TellingWay } from './told';

export interface TellInPerson {
  readonly by: Person;
  /** Null: it was not said how. */
  readonly how: TellingWay | null;
  readonly words: WordsId | null;
  /** What the person said to the result, where that was said. */
  readonly answer: CallBackAnswer | null;
}

type Telling = Result<Decision<TicketEvent>, TicketRefusal>;

const mayTell = (ticket: Ticket, by: Person): boolean =>
  reportersOf(ticket).includes(by.id) || mayHandle(ticket, by) || ticket.handlers.includes(by.id);

const sayNoted = (
  ticket: Ticket,
  { by, how }: { readonly by: Person; readonly how: TellingWay },
  next: 'nothing' | 'outcome' | 'others-ask',
  { now }: TicketContext,
): readonly Say[] =>
  answerTo(
    by.id,
    next === 'outcome' ? `call-back.${ticket.cycle}.told` : 'told',
    now,
    { wording: 'ticket.told', params: { ...headOf(ticket), how, next } },
    next === 'outcome' ? { question: true, choices: callBackChoices } : {},
  );

/** Somebody else than whoever did the work asks the person how it came out. */
const othersAsk = (
  ticket: Ticket,
  by: Person,
  context: TicketContext,
): Pick<Decision<TicketEvent>, 'events' | 'says'> => {
  const { community, now } = context;
  const free = (people: readonly string[]) => people.filter((person) => person !== by.id);
  const approvers = free(approversOf(ticket, community, now));
  const to = approvers.length > 0 ? approvers : free(directorsOf(ticket, community, now));
  return ticket.callBack?.phoneTask || to.length === 0
    ? { events: [], says: [] }
    : givePhoneTask(ticket, to, `phone-task.${now}`, context);
};

/**
 * `告知 #12 上门 满意`: somebody without a phone was told, of the result or of what is still to do, and what they said to
 * it. Whoever did the work may tell, but not answer for how it came out.
 */
export const tellInPerson = (
  ticket: Ticket,
  { by, how, words, answer }: TellInPerson,
  context: TicketContext,
): Telling => {
  const { now } = context;
  if (!mayTell(ticket, by)) return refused({ kind: 'role', verb: '告知' });
  if (!isOpen(ticket) && ticket.phase !== 'resolved') return refused({ kind: 'state', verb: '告知' });
  if (how === null) return refused({ kind: 'needs-telling' });
  const result = ticket.phase === 'resolved' && ticket.callBack !== null;
  const again = result && ticket.told?.by === by.id && ticket.told.how === how;
  const events: readonly TicketEvent[] = again
    ? []
    : [{ kind: 'told-in-person', at: now, by: by.id, how, words, result }];
  const told = foldTicket(ticket, events) ?? ticket;
  if (!result) return decided({ events, says: sayNoted(told, { by, how }, 'nothing', context) });
  if (isOwnResult(ticket, by.id)) {
    const asked = othersAsk(told, by, context);
    return decided({
      events: [...events, ...asked.events],
      says: [...sayNoted(told, { by, how }, 'others-ask', context), ...asked.says],
    });
  }
  if (answer === null) return decided({ events, says: sayNoted(told, { by, how }, 'outcome', context) });
  const answered = answerCallBack(told, { by, answer }, context);
  return answered.ok ? decided({ ...answered.value, events: [...events, ...answered.value.events] }) : answered;
};

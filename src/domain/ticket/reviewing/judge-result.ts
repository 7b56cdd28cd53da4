import type { Person } from '../../community/community';
import { decided, refused, type Decision, type Result, type Say } from '../../decision';
import type { PersonId, WordsId } from '../../ids';
import { foldTicket } from '../apply-ticket-event';
import { askCallBack } from '../calling-back/ask-call-back';
import { roundOf } from '../clocks/round-of';
import { stageDue } from '../clocks/stage-clock';
import { sayPartsBack } from '../joining/part-says';
import { levelAbove } from '../dispatching/level-above';
import type { TicketRefusal, Verb } from '../refusal';
import { answerTo, tell, whenAwake } from '../telling/tell';
import { editCards, headOf } from '../telling/ticket-card';
import type { Ticket } from '../ticket';
import type { TicketContext } from '../ticket-context';
import type { TicketEvent } from '../ticket-event';
import { didIt, mayReview } from './reviewers';

type Judged = Result<Decision<TicketEvent>, TicketRefusal>;

const whyNot = (ticket: Ticket, by: Person, verb: Verb, { community }: TicketContext): TicketRefusal | null => {
  if (ticket.phase === 'under-review' && didIt(ticket, by.id)) return { kind: 'own-work', verb };
  if (!mayReview(ticket, by, community)) return { kind: 'role', verb };
  return ticket.phase === 'under-review' ? null : { kind: 'state', verb };
};

/** Reviewers who were asked and need not look any more. */
const otherReviewers = (ticket: Ticket, by: Person): readonly PersonId[] =>
  (ticket.review?.to ?? []).filter((person) => person !== by.id);

const tellOthers = (ticket: Ticket, by: Person, result: 'passed' | 'sent-back', context: TicketContext) =>
  tell(
    otherReviewers(ticket, by),
    `${roundOf(ticket)}.judged`,
    { wording: 'ticket.judged', params: { ...headOf(ticket), by: by.id, result } },
    whenAwake(ticket, context),
  );

/** `通过 #12`: the result is good; now the reporter is asked. */
export const passResult = (ticket: Ticket, by: Person, context: TicketContext): Judged => {
  const refusal = whyNot(ticket, by, '通过', context);
  if (refusal) return refused(refusal);
  const passed: TicketEvent[] = [{ kind: 'review-passed', at: context.now, by: by.id }];
  const after = foldTicket(ticket, passed) ?? ticket;
  const asked = askCallBack(after, 1, context);
  return decided({
    events: [...passed, ...asked.events],
    says: [
      ...answerTo(by.id, 'passed', context.now, { wording: 'ticket.passed', params: headOf(after) }),
      ...tellOthers(ticket, by, 'passed', context),
      ...editCards(after, `passed.${roundOf(ticket)}`),
      ...asked.says,
    ],
  });
};

/** Weak for the second time: whoever is above its owner arranges it, and is told why. Nobody above: back to the owner. */
const goUp = (ticket: Ticket, back: Ticket, by: Person, words: WordsId, context: TicketContext) => {
  const owner = ticket.claimedBy;
  const handler = context.community.officers.find(({ id }) => id === owner);
  const above = ticket.sentBack > 0 && handler ? levelAbove(back, handler, context) : [];
  const to = above.filter((person) => person !== ticket.resolvedBy);
  if (to.length === 0) return null;
  const dispatched: TicketEvent = {
    kind: 'dispatched',
    at: context.now,
    desk: ticket.desk ?? context.community.id,
    handlers: to,
  };
  const after = foldTicket(back, [dispatched]) ?? back;
  const says: readonly Say[] = [
    ...tell(
      to,
      `${after.cycle}.weak-again`,
      {
        wording: 'ticket.weak-again',
        params: { ...headOf(after), by: by.id, owner, words: [words], times: after.sentBack },
      },
      whenAwake(after, context),
    ),
    ...to.map((person): Say => ({
      to: { person },
      key: `handler.${after.cycle}`,
      card: 'handler',
      mode: 'send',
      ...whenAwake(after, context),
    })),
  ];
  return { after, events: [dispatched], says };
};

/** `驳回 #12 因为 …`: back to work in the same cycle, with a fresh clock; the second time it goes up a level. */
export const sendBackResult = (
  ticket: Ticket,
  {
    by,
    words,
    parts: given,
  }: { readonly by: Person; readonly words: WordsId | null; readonly parts: readonly string[] },
  context: TicketContext,
): Judged => {
  const refusal = whyNot(ticket, by, '驳回', context);
  if (refusal) return refused(refusal);
  if (!words) return refused({ kind: 'needs-reason', verb: '驳回' });
  const parts = given.filter((id) => ticket.parts.some((part) => part.id === id && part.state === 'done'));
  const sent: TicketEvent = { kind: 'sent-back', at: context.now, by: by.id, words, parts };
  const back = foldTicket(ticket, [sent]) ?? ticket;
  const up = goUp(ticket, back, by, words, context);
  const after = up?.after ?? back;
  const due = stageDue(after, context.community, 'resolve');
  const owner = ticket.claimedBy === null ? [] : [ticket.claimedBy];
  return decided({
    events: [sent, ...(up?.events ?? [])],
    says: [
      ...answerTo(by.id, 'sent-back', context.now, {
        wording: 'ticket.sent-back-done',
        params: { ...headOf(after), to: up === null ? owner : after.handlers },
      }),
      ...tellOthers(ticket, by, 'sent-back', context),
      ...tell(
        owner,
        `${roundOf(back)}.sent-back`,
        { wording: 'ticket.sent-back', params: { ...headOf(after), by: by.id, words: [words], due, up: up !== null } },
        { ...whenAwake(ticket, context), ...(up === null ? { choices: ['resolve'] } : {}) },
      ),
      ...sayPartsBack(after, { by, words, parts }, context),
      ...(up?.says ?? []),
      ...editCards({ ...after, handlers: ticket.handlers }, `sent-back.${roundOf(back)}`),
    ],
  });
};

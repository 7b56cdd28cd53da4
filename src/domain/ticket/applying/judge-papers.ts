import type { Person } from '../../community/community';
import { decided, refused, type Decision, type Result } from '../../decision';
import type { WordsId } from '../../ids';
import { foldTicket } from '../apply-ticket-event';
import { stageDue } from '../clocks/stage-clock';
import type { TicketRefusal, Verb } from '../refusal';
import { answerTo, reportersOf, tell, whenAwake } from '../telling/tell';
import { editCards, headOf } from '../telling/ticket-card';
import type { Ticket } from '../ticket';
import type { TicketContext } from '../ticket-context';
import type { TicketEvent } from '../ticket-event';
import { residentAwake } from '../ways/resident-awake';
import { mayHandle } from '../working/handler-roles';
import { bringToOf, daysLater } from './ask-papers';
import { sayBrought } from './bring-papers';

type Judged = Result<Decision<TicketEvent>, TicketRefusal>;

const isUnderWay = ({ phase }: Ticket): boolean => phase === 'dispatched' || phase === 'claimed' || phase === 'waiting';

const whyNot = (ticket: Ticket, by: Person, verb: Verb): TicketRefusal | null => {
  const may = mayHandle(ticket, by) || (!ticket.claimedBy && ticket.handlers.includes(by.id));
  if (!may) return { kind: 'role', verb };
  if (ticket.papers === null) return { kind: 'no-papers', verb };
  return isUnderWay(ticket) ? null : { kind: 'state', verb };
};

/** Looking at papers is taking the matter, where nobody had it. */
const taken = (ticket: Ticket, by: Person, at: string): readonly TicketEvent[] =>
  ticket.claimedBy ? [] : [{ kind: 'claimed', at, by: by.id }];

/** The reporter's own "齐了": all was brought, and somebody is to look. */
const sayReady = (ticket: Ticket, by: Person, context: TicketContext): Judged => {
  const { now } = context;
  if (ticket.papers === null || !isUnderWay(ticket)) return refused({ kind: 'no-papers', verb: '齐了' });
  const spoken = { wording: 'ticket.papers-brought', params: { ...headOf(ticket), complete: false } } as const;
  if (ticket.papers.completeAt !== null)
    return decided({
      says: answerTo(by.id, 'papers-brought', now, { ...spoken, params: { ...spoken.params, complete: true } }),
    });
  const events: TicketEvent[] = [{ kind: 'papers-brought', at: now, by: by.id, words: [], photos: [] }];
  const brought = foldTicket(ticket, events) ?? ticket;
  return decided({
    events,
    says: [
      ...answerTo(by.id, 'papers-brought', now, spoken),
      ...sayBrought(
        brought,
        { by: by.id, words: [], photos: [] },
        { again: false, key: `papers-look.${now}` },
        context,
      ),
    ],
  });
};

/** `齐了 #12`: the papers are complete, and the clock for the work starts. A second time changes nothing. */
export const papersComplete = (ticket: Ticket, by: Person, context: TicketContext): Judged => {
  const { now, community } = context;
  const refusal = whyNot(ticket, by, '齐了');
  if (refusal && reportersOf(ticket).includes(by.id)) return sayReady(ticket, by, context);
  if (refusal) return refused(refusal);
  const again = ticket.papers?.completeAt !== null;
  const events: readonly TicketEvent[] = again
    ? []
    : [...taken(ticket, by, now), { kind: 'papers-complete', at: now, by: by.id }];
  const complete = foldTicket(ticket, events) ?? ticket;
  const due = stageDue(complete, community, 'resolve') ?? now;
  const params = { ...headOf(complete), due };
  return decided({
    events,
    says: [
      ...answerTo(by.id, 'papers-complete', now, {
        wording: 'ticket.papers-complete',
        params: { ...params, yours: true },
      }),
      ...(again
        ? []
        : tell(
            reportersOf(ticket).filter((person) => person !== by.id),
            `papers-complete.${now}`,
            { wording: 'ticket.papers-complete', params: { ...params, yours: false } },
            whenAwake(ticket, context),
          )),
      ...(again ? [] : editCards(complete, `papers-complete.${now}`)),
    ],
  });
};

export interface PapersMissing {
  readonly by: Person;
  /** What was said, with the reason. */
  readonly words: WordsId | null;
  /** Those of the list that it names, when it names nothing else. */
  readonly listed: readonly string[];
  readonly reasoned: boolean;
}

/**
 * `还缺 #12 户口本 因为 …`. What is on the list was told, and is only said again; any other paper was forgotten when
 * the list was told, so that it needs a reason, which is counted and shown.
 */
export const papersMissing = (
  ticket: Ticket,
  { by, words, listed, reasoned }: PapersMissing,
  context: TicketContext,
): Judged => {
  const { now, community } = context;
  const refusal = whyNot(ticket, by, '还缺');
  if (refusal) return refused(refusal);
  if (!words) return refused({ kind: 'needs-words', verb: '还缺' });
  if (listed.length === 0 && !reasoned) return refused({ kind: 'needs-reason', verb: '还缺' });
  const until = daysLater(ticket, now, community.policy.papersDays, community);
  const events: readonly TicketEvent[] = [
    ...taken(ticket, by, now),
    { kind: 'papers-missing', at: now, by: by.id, words, listed, until },
  ];
  const lacking = foldTicket(ticket, events) ?? ticket;
  const params = { ...headOf(lacking), words: [words], listed, until, times: lacking.papers?.more.length ?? 0 };
  return decided({
    events,
    says: [
      ...answerTo(by.id, 'papers-missing', now, { wording: 'ticket.papers-missing-noted', params }),
      ...tell(
        reportersOf(ticket).filter((person) => person !== by.id),
        `papers-missing.${now}`,
        { wording: 'ticket.papers-missing', params: { ...params, bringTo: bringToOf(ticket, community) } },
        residentAwake(ticket, context),
      ),
      ...editCards(lacking, `papers-missing.${now}`),
    ],
  });
};

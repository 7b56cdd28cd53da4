import type { Person } from '../../community/community';
import { decided, type Decision, type Result, type Say } from '../../decision';
import type { PersonId, WordsId } from '../../ids';
import { afterQuietHours } from '../../notices/after-quiet-hours';
import { foldTicket } from '../apply-ticket-event';
import type { TicketRefusal } from '../refusal';
import { answerTo, firstReporterOf, meTooOf, reportersOf, tell } from '../telling/tell';
import { editCards, headOf, saidState } from '../telling/ticket-card';
import type { Ticket } from '../ticket';
import type { TicketContext } from '../ticket-context';
import type { TicketEvent } from '../ticket-event';
import { awardReporter } from './award-reporter';

type Answered = Result<Decision<TicketEvent>, TicketRefusal>;

export interface Solved {
  readonly by: Person;
  /** Whose answer it is, when staff took it down on the telephone. */
  readonly for: PersonId | null;
  readonly satisfied: boolean;
  /** What the reporter added. */
  readonly words: WordsId | null;
  /** One of several answers at once: thanked for all of them in one message. */
  readonly quiet: boolean;
}

const answered = ({ by, for: forPerson, satisfied, words }: Solved, { now }: TicketContext): TicketEvent => ({
  kind: 'call-back-answered',
  at: now,
  by: by.id,
  for: forPerson,
  solved: true,
  satisfied,
  words,
});

/** Whoever answered hears it at once; the others, when they are awake, that their own answer still counts. */
const thank = (
  ticket: Ticket,
  { by, for: forPerson, satisfied, quiet }: Solved,
  { points, first }: { readonly points: number; readonly first: PersonId },
  { now, community }: TicketContext,
): readonly Say[] =>
  reportersOf(ticket).flatMap((person) => {
    const params = { ...headOf(ticket), name: person, points: person === first ? points : 0 };
    const awake = { urgency: 'ordinary', ...afterQuietHours(now, community) } as const;
    if (person !== (forPerson ?? by.id))
      return tell([person], `thanks.${ticket.cycle}`, { wording: 'ticket.closed-by-other', params }, awake);
    if (quiet) return [];
    const wording = satisfied ? 'ticket.thanks' : 'ticket.thanks-unsatisfied';
    return tell(
      [person],
      `thanks.${ticket.cycle}`,
      { wording, params },
      person === by.id ? { urgency: 'prompt' } : awake,
    );
  });

/** What a reporter added goes to whoever did it. */
const passOn = (ticket: Ticket, { satisfied, words }: Solved, { now, community }: TicketContext): readonly Say[] => {
  const owner = ticket.claimedBy ?? ticket.resolvedBy;
  if (words === null || owner === null) return [];
  const params = { ...headOf(ticket), words: [words], satisfied };
  return tell([owner], `remarked.${words}`, { wording: 'ticket.remarked', params }, afterQuietHours(now, community));
};

const closedNotice = (closed: Ticket) =>
  ({ wording: 'ticket.closed-notice', params: { ...headOf(closed), state: saidState(closed) } }) as const;

/** The first reporter who says that it is solved closes it. */
export const closeSolved = (ticket: Ticket, solved: Solved, context: TicketContext): Answered => {
  const { by, for: forPerson } = solved;
  const first = firstReporterOf(ticket) ?? by.id;
  const given = awardReporter(ticket, first, context);
  const events: TicketEvent[] = [
    answered(solved, context),
    ...(given.points > 0 ? [{ kind: 'awarded', at: context.now, to: first, points: given.points } as const] : []),
    { kind: 'archived', at: context.now, reason: 'called-back' },
  ];
  const closed = foldTicket(ticket, events) ?? ticket;
  return decided({
    events,
    says: [
      ...thank(closed, solved, { points: given.points, first }, context),
      ...given.says,
      ...passOn(closed, solved, context),
      ...(forPerson ? answerTo(by.id, 'closed', context.now, closedNotice(closed)) : []),
      ...tell(
        meTooOf(closed),
        `closed.${closed.cycle}`,
        closedNotice(closed),
        afterQuietHours(context.now, context.community),
      ),
      ...editCards(closed, `closed.${closed.cycle}`),
    ],
    postings: given.postings,
    guards: given.guards,
  });
};

const thankYou = (
  ticket: Ticket,
  { by, satisfied, quiet }: Solved,
  step: string,
  { now }: TicketContext,
): readonly Say[] =>
  quiet
    ? []
    : answerTo(by.id, step, now, {
        wording: satisfied ? 'ticket.thanks' : 'ticket.thanks-unsatisfied',
        params: { ...headOf(ticket), name: by.id, points: 0 },
      });

/** Another reporter's answer closed it before: this one is counted, and thanked, like any. */
export const countSolved = (ticket: Ticket, solved: Solved, context: TicketContext): Answered =>
  decided({
    events: [answered(solved, context)],
    says: [...thankYou(ticket, solved, 'counted', context), ...passOn(ticket, solved, context)],
  });

/** A second press of the same button: nothing changes, and nobody is left puzzled. */
export const thankAgain = (ticket: Ticket, solved: Solved, context: TicketContext): Answered =>
  decided({ says: thankYou(ticket, solved, 'thanks-again', context) });

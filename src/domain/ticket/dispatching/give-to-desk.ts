import { actingFor } from '../../community/absence';
import type { Community, Person } from '../../community/community';
import { peopleAtDesk } from '../../community/desk';
import { decided, refused, type Decision, type Result, type Say } from '../../decision';
import type { AreaId, PersonId, WordsId } from '../../ids';
import { foldTicket } from '../apply-ticket-event';
import { stageDue } from '../clocks/stage-clock';
import type { TicketRefusal, Verb } from '../refusal';
import { answerTo, reportersOf, tell, whenAwake } from '../telling/tell';
import { deskOf, editCards, headOf, saidState } from '../telling/ticket-card';
import type { Ticket } from '../ticket';
import type { TicketContext } from '../ticket-context';
import type { TicketEvent } from '../ticket-event';
import { isComplainedOf, isForDirectors } from './desk-people';
import { handlerCards } from './dispatch-ticket';

type Given = Result<Decision<TicketEvent>, TicketRefusal>;

export interface GiveToDesk {
  readonly by: Person;
  readonly desk: AreaId;
  /** One of its people, where one was named; empty: whoever is there. */
  readonly people: readonly PersonId[];
  readonly words: WordsId | null;
}

/** Who is asked of a desk: those who were named, else whoever is there now. */
export const askedOfDesk = (
  ticket: Ticket,
  { desk, people }: Pick<GiveToDesk, 'desk' | 'people'>,
  { community, now }: TicketContext,
): readonly PersonId[] =>
  (people.length > 0 ? people : peopleAtDesk(desk, community, now)).filter(
    (person) => !isComplainedOf(ticket, person, community),
  );

/** Whoever gave it to the desk it is at, and takes it back; nobody, where the pack's rule gave it. */
export const giversOf = ({ atDesk }: Ticket, { community, now }: TicketContext): readonly PersonId[] => {
  const by = atDesk?.by ?? null;
  if (by === null) return [];
  const officer = community.officers.find(({ id }) => id === by);
  return officer ? [actingFor(community, officer, now)?.id ?? []].flat() : [by];
};

/** The desk beside the ladder at which this person is; null: at none. */
export const besideOf = (person: PersonId, { desks }: Pick<Community, 'desks'>): AreaId | null =>
  desks.find(({ people }) => people.includes(person))?.id ?? null;

/** Those who see no card hear who has it now, and until when. */
const tellReporters = (ticket: Ticket, context: TicketContext): readonly Say[] =>
  ticket.cardGroup === null
    ? tell(
        reportersOf(ticket),
        `at-desk.${context.now}`,
        {
          wording: 'ticket.state',
          params: {
            ...headOf(ticket),
            state: saidState(ticket),
            desk: deskOf(ticket, context.community),
            due: stageDue(ticket, context.community, 'resolve'),
          },
        },
        whenAwake(ticket, context),
      )
    : [];

const givenSays = (
  ticket: Ticket,
  before: Ticket,
  by: Person,
  context: TicketContext,
): { readonly again: readonly Say[]; readonly all: readonly Say[] } => {
  const spoken = {
    wording: 'ticket.given-to-desk',
    params: {
      ...headOf(ticket),
      desk: ticket.desk,
      to: ticket.claimedBy === null ? ticket.handlers : [ticket.claimedBy],
      due: ticket.claimedBy === null ? stageDue(ticket, context.community, 'claim') : null,
    },
  } as const;
  const again = answerTo(by.id, 'given-to-desk', context.now, spoken);
  const others = [before.claimedBy ?? []].flat().filter((person) => person !== by.id);
  const gone = before.handlers.filter((person) => !ticket.handlers.includes(person));
  return {
    again,
    all: [
      ...again,
      ...tell(others, `given-to-desk.${context.now}`, spoken, whenAwake(ticket, context)),
      ...handlerCards(ticket, context),
      ...editCards({ ...ticket, handlers: gone }, `at-desk.${context.now}`),
      ...tellReporters(ticket, context),
    ],
  };
};

/** Said twice by whoever gave it: it is there already. */
export const isGivenAlready = ({ atDesk }: Ticket, { by, desk }: GiveToDesk): boolean =>
  atDesk?.desk === desk && atDesk.by === by.id;

/**
 * To a desk beside the ladder: whoever is there is asked to take it, on that desk's working time; the clocks begin anew,
 * and what is sent back comes to whoever gave it. `events`: what comes first.
 */
export const giveToDesk = (
  ticket: Ticket,
  given: GiveToDesk,
  { verb, events: first = [] }: { readonly verb: Verb; readonly events?: readonly TicketEvent[] },
  context: TicketContext,
): Given => {
  const { by, desk, words } = given;
  const { now, community } = context;
  if (isGivenAlready(ticket, given)) return decided({ says: givenSays(ticket, ticket, by, context).again });
  if (ticket.class === 'critical' || isForDirectors(ticket.category, community))
    return refused({ kind: 'state', verb });
  const handlers = askedOfDesk(ticket, given, context);
  if (handlers.length === 0) return refused({ kind: 'desk-empty', desk });
  const events: TicketEvent[] = [
    ...first,
    ...(ticket.phase === 'waiting' ? [{ kind: 'waiting-ended', at: now, by: by.id } as const] : []),
    { kind: 'given-to-desk', at: now, by: by.id, desk, words },
    { kind: 'dispatched', at: now, desk, handlers },
  ];
  const after = foldTicket(ticket, events) ?? ticket;
  return decided({ events, says: givenSays(after, ticket, by, context).all });
};

import type { CategoryId } from '../../community/category';
import type { Person } from '../../community/community';
import { decided, refused, type Decision, type Result, type Say } from '../../decision';
import type { WordsId } from '../../ids';
import { foldTicket } from '../apply-ticket-event';
import { dispatchAgain, dispatchReady } from '../dispatching/dispatch-ready';
import type { TicketRefusal } from '../refusal';
import { groupCard } from '../telling/group-card';
import { firstReporterOf } from '../telling/tell';
import { editCards, isShownInGroups } from '../telling/ticket-card';
import type { Place, Ticket } from '../ticket';
import type { TicketContext } from '../ticket-context';
import type { TicketEvent } from '../ticket-event';
import { guardOpen } from './duplicate';
import { classOf } from './report-class';

/** What the edited words say now. */
export interface CorrectReport {
  readonly by: Person;
  readonly words: readonly WordsId[];
  /** Null: the new words leave it open, and what was known holds. */
  readonly category: CategoryId | null;
  readonly place: Place;
}

/** Nobody works on it yet, and nobody was called because of its words. */
const isCorrectable = (ticket: Ticket): boolean =>
  (ticket.phase === 'reported' || ticket.phase === 'dispatched') &&
  ticket.claimedBy === null &&
  ticket.class !== 'critical';

const correctedEvent = (
  ticket: Ticket,
  { by, words, category: said, place }: CorrectReport,
  { now, community }: TicketContext,
): Extract<TicketEvent, { kind: 'corrected' }> => {
  const category = said ?? ticket.category;
  const group = ticket.reporters[0]?.group ?? null;
  return {
    kind: 'corrected',
    at: now,
    by: by.id,
    words,
    category,
    class: classOf(category, community, ticket.nature),
    place: place.area === null && place.words === null ? ticket.place : place,
    cardGroup: isShownInGroups(category, community) ? group : null,
  };
};

/** What it turned out to be is shown in no group: sending finds that, and takes the card away. */
const takeCardBack = ({ cardGroup }: Ticket, { now }: TicketContext): readonly Say[] =>
  cardGroup === null
    ? []
    : [
        {
          to: { chat: cardGroup },
          key: `group.hidden.${now}`,
          urgency: 'prompt',
          card: 'group',
          mode: 'edit',
          final: true,
        },
      ];

/**
 * The reporter put the message itself right, before anybody took it: cards show the new words, a desk that it belongs to
 * only now gets it, and nobody is told anew of what they know.
 */
export const correctReport = (
  ticket: Ticket,
  given: CorrectReport,
  context: TicketContext,
): Result<Decision<TicketEvent>, TicketRefusal> => {
  if (firstReporterOf(ticket) !== given.by.id) return refused({ kind: 'not-found' });
  if (!isCorrectable(ticket)) return refused({ kind: 'state', verb: '补充' });
  const event = correctedEvent(ticket, given, context);
  const corrected = foldTicket(ticket, [event]) ?? ticket;
  const ready = dispatchReady(corrected, context);
  const next = ready.events.length > 0 ? ready : dispatchAgain(corrected, context);
  const after = foldTicket(corrected, next.events) ?? corrected;
  const cardIsNew = ticket.cardGroup === null;
  const known = { ...after, handlers: ticket.handlers, cardGroup: cardIsNew ? null : after.cardGroup };
  return decided({
    events: [event, ...next.events],
    says: [
      ...editCards(known, `corrected.${context.now}`),
      ...(cardIsNew ? groupCard(after, context, `group.corrected.${context.now}`) : []),
      ...(after.cardGroup === null ? takeCardBack(ticket, context) : []),
      ...next.says,
    ],
    guards: guardOpen(after, context),
  });
};

import type { Person } from '../../community/community';
import { decided, refused, type Decision, type Result } from '../../decision';
import type { PhotoId, WordsId } from '../../ids';
import type { Spoken } from '../../wording/params';
import { sayBrought } from '../applying/bring-papers';
import { lacksPapers } from '../applying/lacks-papers';
import { foldTicket } from '../apply-ticket-event';
import { alarmNews } from '../alarming/alarm-round';
import { dispatchAgain, dispatchReady } from '../dispatching/dispatch-ready';
import { guardOpen } from './duplicate';
import { mayKnow } from '../working/handler-roles';
import { tellAdded } from './join-ticket';
import type { TicketRefusal } from '../refusal';
import { promisedDue } from '../clocks/stage-clock';
import { deskOf, editCards, headOf, isOpen } from '../telling/ticket-card';
import { answerTo, reportersOf } from '../telling/tell';
import { wayBar } from '../ways/way-bar';
import type { Place, Ticket } from '../ticket';
import type { TicketEvent } from '../ticket-event';
import type { TicketContext } from '../ticket-context';

type Supplemented = Result<Decision<TicketEvent>, TicketRefusal>;

const addedAnswer = (ticket: Ticket, brings: boolean): Spoken =>
  brings
    ? { wording: 'ticket.papers-brought', params: { ...headOf(ticket), complete: false } }
    : { wording: 'ticket.supplemented', params: headOf(ticket) };

/** Words and photos that belong to the report. `quietly`: a part of the same message burst, answered by no message. */
export const supplementTicket = (
  ticket: Ticket,
  given: {
    readonly by: Person;
    readonly words: readonly WordsId[];
    readonly photos: readonly PhotoId[];
    readonly quietly: boolean;
  },
  context: TicketContext,
): Supplemented => {
  const { now } = context;
  if (!mayKnow(ticket, given.by, context.community)) return refused({ kind: 'not-found' });
  if (!isOpen(ticket)) return refused({ kind: 'state', verb: '补充' });
  if (given.words.length + given.photos.length === 0) return refused({ kind: 'needs-words', verb: '补充' });
  // Whoever reported shows what they like of their own home; nobody else shows it for them.
  const bar = reportersOf(ticket).includes(given.by.id) ? null : wayBar(ticket, { words: null, photos: given.photos });
  if (bar === 'home-photo') return refused({ kind: 'way', why: bar });
  const events: TicketEvent[] = [
    { kind: 'supplemented', at: now, by: given.by.id, words: given.words, photos: given.photos },
  ];
  const brings = lacksPapers(ticket) && reportersOf(ticket).includes(given.by.id);
  if (brings)
    events.push({ kind: 'papers-brought', at: now, by: given.by.id, words: given.words, photos: given.photos });
  const more = foldTicket(ticket, events) ?? ticket;
  return decided({
    events,
    says: [
      ...(given.quietly ? [] : answerTo(given.by.id, 'supplemented', now, addedAnswer(more, brings))),
      ...editCards(more, `supplemented.${now}`),
      ...(brings
        ? sayBrought(more, { ...given, by: given.by.id }, { again: false, key: `papers-look.${now}` }, context)
        : tellAdded(more, given.quietly ? { ...given, words: [] } : given, context)),
    ],
  });
};

/** The reporter's answer to "where is it?"; then it can go to its desk, and those alarmed know where to run. */
export const placeTicket = (
  ticket: Ticket,
  { by, place }: { readonly by: Person; readonly place: Place },
  context: TicketContext,
): Supplemented => {
  if (!mayKnow(ticket, by, context.community)) return refused({ kind: 'not-found' });
  if (!isOpen(ticket)) return refused({ kind: 'state', verb: '补充' });
  const events: TicketEvent[] = [{ kind: 'placed', at: context.now, by: by.id, place }];
  const placed = foldTicket(ticket, events) ?? ticket;
  const ready = dispatchReady(placed, context);
  const next = ready.events.length > 0 ? ready : dispatchAgain(placed, context);
  const after = foldTicket(placed, next.events) ?? placed;
  return decided({
    events: [...events, ...next.events],
    says: [
      ...answerTo(by.id, 'placed', context.now, {
        wording: 'ticket.placed',
        params: {
          ...headOf(after),
          desk: deskOf(after, context.community),
          due: promisedDue(after, context.community),
        },
      }),
      ...next.says,
      ...(ticket.phase === 'reported'
        ? []
        : alarmNews(after, { key: `alarm-placed.${context.now}`, words: after.words, by: by.id }, context)),
      ...editCards({ ...after, handlers: ticket.handlers }, `placed.${context.now}`),
    ],
    guards: guardOpen(after, context),
  });
};

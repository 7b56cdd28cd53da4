import type { Person, Role } from '../../community/community';
import { decided, refused, type Decision, type Result, type Say } from '../../decision';
import type { ChatId, PhotoId, WordsId } from '../../ids';
import { alarmReporter } from '../alarming/alarm-reporter';
import { alarmNews } from '../alarming/alarm-round';
import { foldTicket } from '../apply-ticket-event';
import { confirmDanger } from './danger-doubt';
import { ownReportersOf } from '../merging/join-reporters';
import type { TicketRefusal } from '../refusal';
import { promisedDue } from '../clocks/stage-clock';
import { deskOf, editCards, headOf, isOpen, takesReports } from '../telling/ticket-card';
import { answerTo, tell, whenAwake } from '../telling/tell';
import type { Ticket } from '../ticket';
import type { TicketEvent } from '../ticket-event';
import type { TicketContext } from '../ticket-context';

export interface JoinTicket {
  readonly by: Person;
  readonly role: Role;
  readonly group: ChatId | null;
  /** A report of the same matter, or "me too". */
  readonly as: 'reporter' | 'me-too';
  readonly words: readonly WordsId[];
  readonly photos: readonly PhotoId[];
}

/** The answer to somebody who joins; of a danger it is the number to ring. */
const thank = (
  ticket: Ticket,
  { by, as, group }: JoinTicket,
  known: boolean,
  context: TicketContext,
): readonly Say[] => {
  const { now, community } = context;
  if (as === 'me-too') return answerTo(by.id, 'joined', now, { wording: 'ticket.me-too', params: headOf(ticket) });
  if (ticket.class === 'critical')
    return alarmReporter(ticket, { person: by.id, group }, `alarm-reporter.${now}`, context);
  if (known) return answerTo(by.id, 'supplemented', now, { wording: 'ticket.supplemented', params: headOf(ticket) });
  return answerTo(by.id, 'joined', now, {
    wording: 'ticket.joined',
    params: { ...headOf(ticket), desk: deskOf(ticket, community), due: promisedDue(ticket, community) },
  });
};

/** A second person says the same: it is no longer in doubt. */
const reportedAgain = (
  joined: Ticket,
  events: readonly TicketEvent[],
  join: JoinTicket,
  context: TicketContext,
): Result<Decision<TicketEvent>, TicketRefusal> => {
  const confirmed = confirmDanger(joined, { by: join.by.id, why: 'reported-again' }, context);
  const alarmed = foldTicket(joined, confirmed.events) ?? joined;
  return decided({
    ...confirmed,
    events: [...events, ...confirmed.events],
    says: [...confirmed.says, ...thank(alarmed, join, false, context)],
  });
};

/** More than one person, one matter: everyone stays informed; in the group only the card's count changes. */
export const joinTicket = (
  ticket: Ticket,
  join: JoinTicket,
  context: TicketContext,
): Result<Decision<TicketEvent>, TicketRefusal> => {
  const { now } = context;
  if (!isOpen(ticket) || (join.as === 'reporter' && !takesReports(ticket)))
    return refused({ kind: 'state', verb: '补充' });
  const known = ticket.reporters.some((reporter) => reporter.person === join.by.id);
  const adds = join.words.length + join.photos.length > 0;
  // Who came with a merged ticket and speaks of this one as well belongs to both, should they be taken apart.
  const own = ownReportersOf(ticket).some((reporter) => reporter.person === join.by.id);
  if (known && own && !adds) return decided({ says: thank(ticket, join, known, context) });
  const events: TicketEvent[] = [
    {
      kind: 'joined',
      at: now,
      by: join.by.id,
      role: join.role,
      group: join.group,
      as: join.as,
      words: join.words,
      photos: join.photos,
    },
  ];
  const joined = foldTicket(ticket, events) ?? ticket;
  if (joined.phase === 'doubted' && join.as === 'reporter' && !known)
    return reportedAgain(joined, events, join, context);
  return decided({
    events,
    says: [
      ...thank(joined, join, known, context),
      ...editCards(joined, `joined.${joined.reporters.length}.${now}`),
      ...(join.as === 'reporter' && joined.class === 'critical'
        ? alarmNews(joined, { key: `alarm-joined.${join.by.id}.${now}`, words: join.words, by: join.by.id }, context)
        : tellAdded(joined, { ...join, words: join.photos.length > 0 ? join.words : [] }, context)),
    ],
  });
};

interface Added {
  readonly by: Person;
  readonly words: readonly WordsId[];
  readonly photos: readonly PhotoId[];
}

/** What comes later reaches whoever has the matter, if that is somebody else; named by what it is, so each once. */
export const tellAdded = (ticket: Ticket, { by, words, photos }: Added, context: TicketContext): readonly Say[] => {
  const added = [...words, ...photos];
  if (added.length === 0 || ticket.phase === 'reported' || ticket.phase === 'doubted') return [];
  const role = ticket.reporters.find(({ person }) => person === by.id)?.role ?? by.roles[0]?.role ?? 'resident';
  const holders = ticket.claimedBy ? [ticket.claimedBy] : [...ticket.handlers, ...(ticket.alarm?.alarmed ?? [])];
  return tell(
    holders.filter((person) => person !== by.id),
    `added.${added.join('+')}`,
    { wording: 'ticket.added', params: { ...headOf(ticket), role, words } },
    { ...whenAwake(ticket, context), photos },
  );
};

import type { Person, Role } from '../community/community';
import { decided, refused, type Decision, type Result, type Say } from '../decision';
import type { ChatId, PhotoId, WordsId } from '../ids';
import { foldTicket } from './apply-ticket-event';
import type { TicketRefusal } from './refusal';
import { promisedDue } from './stage-clock';
import { deskOf, editCards, headOf, isOpen } from './ticket-card';
import { answerTo, tell } from './tell';
import type { Ticket } from './ticket';
import type { TicketEvent } from './ticket-event';
import type { TicketContext } from './ticket-context';

export interface JoinTicket {
  readonly by: Person;
  readonly role: Role;
  readonly group: ChatId | null;
  /** A report of the same matter, or "me too". */
  readonly as: 'reporter' | 'me-too';
  readonly words: readonly WordsId[];
  readonly photos: readonly PhotoId[];
}

/** More than one person, one matter: everyone stays informed; in the group only the card's count changes. */
export const joinTicket = (
  ticket: Ticket,
  join: JoinTicket,
  { now, community }: TicketContext,
): Result<Decision<TicketEvent>, TicketRefusal> => {
  if (!isOpen(ticket)) return refused({ kind: 'state', verb: '补充' });
  const known = ticket.reporters.some((reporter) => reporter.person === join.by.id);
  const adds = join.words.length + join.photos.length > 0;
  const thanks: readonly Say[] = answerTo(
    join.by.id,
    'joined',
    now,
    join.as === 'me-too'
      ? { wording: 'ticket.me-too', params: headOf(ticket) }
      : {
          wording: 'ticket.joined',
          params: { ...headOf(ticket), desk: deskOf(ticket, community), due: promisedDue(ticket, community) },
        },
  );
  if (known && !adds) return decided({ says: thanks });
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
  return decided({
    events,
    says: [
      ...thanks,
      ...(known ? [] : editCards(joined, `joined.${joined.reporters.length}.${now}`)),
      ...freshPhotos(joined, join.photos, now),
    ],
  });
};

/** Photos that come later reach whoever has the matter. */
export const freshPhotos = (ticket: Ticket, photos: readonly PhotoId[], now: string): readonly Say[] =>
  photos.length > 0 && ticket.phase !== 'reported'
    ? tell(
        ticket.claimedBy ? [ticket.claimedBy] : ticket.handlers,
        `photos.${now}`,
        { wording: 'ticket.supplemented', params: headOf(ticket) },
        { urgency: 'prompt', photos },
      )
    : [];

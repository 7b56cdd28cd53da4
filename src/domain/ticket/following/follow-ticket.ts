import type { Person } from '../../community/community';
import { decided, refused, type Decision, type Result } from '../../decision';
import { isPublic, publicTicket } from '../../open-data/public-ticket';
import type { TicketRefusal } from '../refusal';
import { isOpen, headOf } from '../telling/ticket-card';
import { answerTo, reportersOf } from '../telling/tell';
import type { Ticket } from '../ticket';
import type { TicketContext } from '../ticket-context';
import type { TicketEvent } from '../ticket-event';
import { saidPublicly } from './said-publicly';

type Followed = Result<Decision<TicketEvent>, TicketRefusal>;

/** So many matters under way nobody reads news of; more is a program that follows everything. */
export const mostFollowed = 100;

/** `关注 #102`: whoever may see it on the public page may hear how it goes; what is not there cannot be followed. */
export const followTicket = (ticket: Ticket, by: Person, { now, community, follows = 0 }: TicketContext): Followed => {
  if (reportersOf(ticket).includes(by.id))
    return decided({
      says: answerTo(by.id, 'follow-own', now, { wording: 'ticket.follow-own', params: headOf(ticket) }),
    });
  if (!isPublic(ticket, community)) return refused({ kind: 'not-found' });
  if (!isOpen(ticket)) return refused({ kind: 'state', verb: '关注' });
  if (follows >= mostFollowed && !ticket.followers.includes(by.id))
    return refused({ kind: 'follows-enough', most: mostFollowed });
  const { desk, dueAt: due } = publicTicket(ticket, community);
  const params = { ...saidPublicly(ticket, community), desk, due };
  return decided({
    events: ticket.followers.includes(by.id) ? [] : [{ kind: 'followed', at: now, by: by.id }],
    says: answerTo(by.id, 'followed', now, { wording: 'ticket.followed', params }),
  });
};

/** `取消关注 #102`. */
export const unfollowTicket = (ticket: Ticket, by: Person, { now }: TicketContext): Followed => {
  const was = ticket.followers.includes(by.id);
  return decided({
    events: was ? [{ kind: 'unfollowed', at: now, by: by.id }] : [],
    says: answerTo(by.id, 'unfollowed', now, {
      wording: 'ticket.unfollowed',
      params: { number: ticket.number, was, reports: reportersOf(ticket).includes(by.id) },
    }),
  });
};

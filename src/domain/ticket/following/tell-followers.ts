import type { Decision } from '../../decision';
import type { Community } from '../../community/community';
import type { PersonId } from '../../ids';
import { isPublic, publicTicket } from '../../open-data/public-ticket';
import { saidState } from '../telling/ticket-card';
import { meTooOf, reportersOf, tell, whenAwake } from '../telling/tell';
import type { Ticket } from '../ticket';
import type { TicketChange } from '../ticket-change';
import type { TicketContext } from '../ticket-context';
import type { TicketEvent } from '../ticket-event';
import { saidPublicly } from './said-publicly';

/** What became private says nothing more, not even that it did; what everybody saw and is withdrawn says so. */
const mayBeTold = (before: Ticket, after: Ticket, community: Community): boolean =>
  isPublic(after, community) || (isPublic(before, community) && saidState(after) === 'withdrawn');

const hasMoved = (before: Ticket, after: Ticket, community: Community): boolean => {
  const [was, is] = [publicTicket(before, community), publicTicket(after, community)];
  return was.state !== is.state || was.desk !== is.desk || before.cycle !== after.cycle;
};

/** Whoever has a message of their own about it, or just did it, needs no second one. */
const peopleFor = (after: Ticket, by: PersonId | null, open: boolean): readonly PersonId[] => {
  const others = [...reportersOf(after), ...(open ? [] : meTooOf(after)), ...(by === null ? [] : [by])];
  return after.followers.filter((person) => !others.includes(person));
};

/** Those who follow a matter hear of each step that the public page shows, when they are awake. */
export const tellFollowers = (
  { before, after, by }: TicketChange,
  made: Decision<TicketEvent>,
  context: TicketContext,
): Decision<TicketEvent> => {
  const { now, community } = context;
  if (!mayBeTold(before, after, community) || !hasMoved(before, after, community)) return made;
  const { open, desk, dueAt: due, into } = publicTicket(after, community);
  const params = { ...saidPublicly(after, community), open, desk, due, ...(into === null ? {} : { into }) };
  const says = tell(
    peopleFor(after, by, open),
    `follow-news.${params.state}.${now}`,
    { wording: 'ticket.follow-news', params },
    whenAwake(after, context),
  );
  return says.length === 0 ? made : { ...made, says: [...made.says, ...says] };
};

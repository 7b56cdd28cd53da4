import type { GuardWrite } from '../../decision';
import type { Posting } from '../../points/posting';
import type { PersonId } from '../../ids';
import { award } from '../../points/award';
import type { Ticket } from '../ticket';
import { guardOf, type TicketContext } from '../ticket-context';

interface Award {
  readonly postings: readonly Posting[];
  readonly guards: readonly GuardWrite[];
  readonly points: number;
}

/** Points after verification, for the first reporter; once a ticket, whatever is reopened. */
export const awardReporter = (ticket: Ticket, person: PersonId, context: TicketContext): Award => {
  const given =
    !ticket.awarded &&
    award({
      kind: 'report',
      points: context.community.policy.reportPoints,
      person,
      matter: ticket.id,
      number: ticket.number,
      at: context.now,
      community: context.community,
      guard: (id) => guardOf(context, id),
    });
  return given
    ? { postings: [given.posting], guards: [given.guard], points: given.points }
    : { postings: [], guards: [], points: 0 };
};

import type { Say } from '../../decision';
import type { ChatId, PersonId } from '../../ids';
import { emergencyNumberOf } from './alarm-round';
import { deskOf, isShownInGroups } from '../telling/ticket-card';
import { seeksPerson } from '../seeking/seeks-person';
import { isSpot } from '../ticket-area';
import { tell } from '../telling/tell';
import type { Ticket } from '../ticket';
import type { TicketContext } from '../ticket-context';

interface Alarmist {
  readonly person: PersonId;
  readonly group: ChatId | null;
}

const alarmReporterText = (ticket: Ticket, { community }: TicketContext) =>
  ({
    wording: 'ticket.alarm-reporter',
    params: {
      emergencyNumber: emergencyNumberOf(ticket, community),
      duty: deskOf(ticket, community),
      count: ticket.alarm?.alarmed.length ?? 0,
      ...(ticket.search === null ? { stay: seeksPerson(ticket.category, community) } : { missing: true }),
      place: isSpot(ticket, community) ? ticket.place : null,
    },
  }) as const;

/** Text 7 in private, at once: the number to ring comes before everything else. What is said next is where, or more of it. */
export const alarmReporter = (
  ticket: Ticket,
  { person, group }: Alarmist,
  key: string,
  context: TicketContext,
): readonly Say[] =>
  tell([person], key, alarmReporterText(ticket, context), {
    urgency: 'critical',
    question: true,
    ...(group ? { fallbackChat: group } : {}),
  });

/** Text 7 to the group it was said in, for an emergency that may be named there. */
export const alarmGroup = (
  ticket: Ticket,
  { group, replyTo }: { readonly group: ChatId | null; readonly replyTo: string | null },
  context: TicketContext,
): readonly Say[] =>
  group && isShownInGroups(ticket.category, context.community)
    ? [
        {
          to: { chat: group },
          key: 'alarm-reporter',
          urgency: 'critical',
          ...(replyTo ? { replyTo } : {}),
          ...alarmReporterText(ticket, context),
        },
      ]
    : [];

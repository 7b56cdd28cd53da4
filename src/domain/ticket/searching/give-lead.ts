import type { Person } from '../../community/community';
import { decided, refused, type Decision, type Result, type Say } from '../../decision';
import type { ChatId, PhotoId, WordsId } from '../../ids';
import { foldTicket } from '../apply-ticket-event';
import type { TicketRefusal } from '../refusal';
import { answerTo, tell } from '../telling/tell';
import { headOf } from '../telling/ticket-card';
import type { Place, Ticket } from '../ticket';
import type { TicketContext } from '../ticket-context';
import type { TicketEvent } from '../ticket-event';
import { handlerRoles } from '../working/handler-roles';
import { hasRole } from '../../community/may';
import { isConcernedWith } from '../working/is-concerned';
import { notLookedFor } from './search-bar';
import { teamOf } from './search-people';

export interface GiveLead {
  readonly by: Person;
  readonly place: Place;
  readonly words: readonly WordsId[];
  readonly photos: readonly PhotoId[];
  /** The group it was said in; null: in private. */
  readonly group: ChatId | null;
}

type Given = Result<Decision<TicketEvent>, TicketRefusal>;

/** Those who were asked to look, and whoever has to do with it; for others there is no such number. */
const mayHelp = (ticket: Ticket, by: Person): boolean =>
  (ticket.search?.circle ?? 0) > 0 || isConcernedWith(ticket, by) || hasRole(by, handlerRoles);

const isUnknown = ({ area, words }: Place): boolean => area === null && words === null;

export const leadEvent = (
  { by, place, words, photos, group }: GiveLead,
  found: boolean,
  now: string,
): Extract<TicketEvent, { kind: 'lead-given' }> => ({
  kind: 'lead-given',
  at: now,
  by: by.id,
  place,
  words,
  photos,
  group,
  found,
});

/** Why this person can say nothing of whoever is missed; null: they can. */
export const barOfLead = (ticket: Ticket, by: Person, verb: '看到了' | '找到了', { community }: TicketContext) => {
  if (!mayHelp(ticket, by)) return { kind: 'not-found' } as const;
  const bar = notLookedFor(ticket, verb, community);
  if (bar) return bar;
  return ticket.search === null ? ({ kind: 'state', verb } as const) : null;
};

const tellTeam = (ticket: Ticket, { by, place, words, photos }: GiveLead, context: TicketContext): readonly Say[] => {
  const nth = ticket.search?.leads.length ?? 0;
  const { now } = context;
  return tell(
    teamOf(ticket, context).filter((person) => person !== by.id),
    `lead.${nth}.${now}`,
    { wording: 'ticket.lead', params: { ...headOf(ticket), nth, by: by.id, at: now, spot: place, words } },
    { urgency: 'critical', photos },
  );
};

/** `看到了 #102 东门`: kept in order, shown to the team at once; whoever saw it is asked for what is missing. */
export const giveLead = (ticket: Ticket, lead: GiveLead, context: TicketContext): Given => {
  const { by, place, photos, group } = lead;
  const { now } = context;
  const bar = barOfLead(ticket, by, '看到了', context);
  if (bar) return refused(bar);
  const given = leadEvent(lead, false, now);
  const after = foldTicket(ticket, [given]) ?? ticket;
  return decided({
    events: [given],
    says: [
      ...answerTo(
        by.id,
        'lead-noted',
        now,
        {
          wording: 'ticket.lead-noted',
          params: { number: ticket.number, place: isUnknown(place) ? null : place, photo: photos.length > 0 },
        },
        { question: true, ...(group ? { fallbackChat: group } : {}) },
      ),
      ...tellTeam(after, lead, context),
    ],
  });
};

import type { Person } from '../community/community';
import { communityArea } from '../community/area-tree';
import { gridLeadersFor, gridWorkersFor, staffFor } from '../community/responsible';
import { hasRole } from '../community/may';
import { decided, refused, type Decision, type Result } from '../decision';
import type { WordsId } from '../ids';
import { foldTicket } from './apply-ticket-event';
import { handlerRoles, leaderRoles } from './handler-roles';
import type { TicketRefusal } from './refusal';
import { headOf } from './ticket-card';
import { answerTo, reportersOf, tell } from './tell';
import type { Ticket } from './ticket';
import type { TicketEvent } from './ticket-event';
import type { TicketContext } from './ticket-context';

type StoodDown = Result<Decision<TicketEvent>, TicketRefusal>;

const isUnderway = (ticket: Ticket): boolean => ticket.phase === 'dispatched' || ticket.phase === 'claimed';

/** `误报 #102`: nothing was the matter. Only those alarmed may say so; everyone who was called is told. */
export const standDown = (
  ticket: Ticket,
  { by, words }: { readonly by: Person; readonly words: WordsId | null },
  { now }: TicketContext,
): StoodDown => {
  if (!hasRole(by, handlerRoles)) return refused({ kind: 'role', verb: '误报' });
  if (ticket.class !== 'critical' || !isUnderway(ticket)) return refused({ kind: 'state', verb: '误报' });
  if (ticket.claimedBy && ticket.claimedBy !== by.id && !hasRole(by, leaderRoles))
    return refused({ kind: 'already-claimed', owner: ticket.claimedBy, at: ticket.claimedAt ?? ticket.reportedAt });
  const events: TicketEvent[] = [
    { kind: 'stood-down', at: now, by: by.id, why: 'false-alarm', words },
    { kind: 'archived', at: now, reason: 'false-alarm' },
  ];
  const over = foldTicket(ticket, events) ?? ticket;
  const told = [...new Set([...(ticket.alarm?.alarmed ?? []), ...reportersOf(ticket), by.id])];
  return decided({
    events,
    says: tell(
      told,
      `stood-down.${ticket.cycle}`,
      { wording: 'ticket.stood-down', params: { ...headOf(over), why: 'false-alarm', by: by.id } },
      { urgency: 'critical' },
    ),
  });
};

/** `加人`: the owner is short of hands; everyone alarmed and the people of the place are called again. */
export const askMoreHands = (ticket: Ticket, by: Person, { now, community }: TicketContext): StoodDown => {
  if (!hasRole(by, handlerRoles) && ticket.claimedBy !== by.id) return refused({ kind: 'role', verb: '加人' });
  if (ticket.class !== 'critical' || !isUnderway(ticket)) return refused({ kind: 'state', verb: '加人' });
  const area = ticket.place.area ?? communityArea(community)?.id ?? null;
  const near = [
    ...gridWorkersFor(community, area),
    ...gridLeadersFor(community, area),
    ...staffFor(community, area),
  ].map((person) => person.id);
  const to = [...new Set([...(ticket.alarm?.alarmed ?? []), ...near])].filter((person) => person !== by.id);
  const spoken = {
    wording: 'ticket.more-hands',
    params: { ...headOf(ticket), owner: ticket.claimedBy ?? by.id },
  } as const;
  return decided({
    events: [{ kind: 'hands-asked', at: now, by: by.id, to }],
    says: [
      ...tell(to, `more-hands.${now}`, spoken, { urgency: 'critical' }),
      ...answerTo(by.id, 'more-hands', now, spoken),
    ],
  });
};

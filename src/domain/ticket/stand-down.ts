import type { Community, Person } from '../community/community';
import { staffFor } from '../community/responsible';
import { hasRole } from '../community/may';
import { decided, refused, type Decision, type Result, type Say } from '../decision';
import type { PersonId, WordsId } from '../ids';
import { peopleNear, staffGroupSays } from './alarm-round';
import { foldTicket } from './apply-ticket-event';
import { idsOf } from './approvers';
import { areaOf } from './ticket-area';
import { handlerRoles, leaderRoles } from './handler-roles';
import type { TicketRefusal } from './refusal';
import { headOf } from './ticket-card';
import { answerTo, tell } from './tell';
import type { Ticket } from './ticket';
import type { TicketEvent } from './ticket-event';
import type { TicketContext } from './ticket-context';

type StoodDown = Result<Decision<TicketEvent>, TicketRefusal>;

const isUnderway = ({ phase }: Ticket): boolean =>
  phase === 'doubted' || phase === 'dispatched' || phase === 'claimed' || phase === 'waiting';

/** Everyone who was called is told that it is over, in private and in the staff group. */
export const sayStoodDown = (
  ticket: Ticket,
  { why, by, also }: { why: 'false-alarm' | 'over'; by: PersonId; also: readonly PersonId[] },
  community: Community,
): readonly Say[] => {
  const key = `stood-down.${ticket.cycle}`;
  const spoken = { wording: 'ticket.stood-down', params: { ...headOf(ticket), why, by } } as const;
  return [
    ...tell([...(ticket.alarm?.alarmed ?? []), ...also], key, spoken, { urgency: 'critical' }),
    ...staffGroupSays(ticket, community, { key, urgency: 'critical', ...spoken }),
  ];
};

/** `误报 #102`: nothing was the matter. Once somebody has it, only that person or a leader says so. */
export const standDown = (
  ticket: Ticket,
  { by, words }: { readonly by: Person; readonly words: WordsId | null },
  { now, community }: TicketContext,
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
  const reporters = ticket.reporters.map(({ person }) => person);
  return decided({
    events,
    says: sayStoodDown(over, { why: 'false-alarm', by: by.id, also: [...reporters, by.id] }, community),
  });
};

/** `加人`: the owner is short of hands; everyone alarmed and the people of the place are called again. */
export const askMoreHands = (ticket: Ticket, by: Person, { now, community }: TicketContext): StoodDown => {
  if (!hasRole(by, handlerRoles) && ticket.claimedBy !== by.id) return refused({ kind: 'role', verb: '加人' });
  if (ticket.class !== 'critical' || !isUnderway(ticket)) return refused({ kind: 'state', verb: '加人' });
  const near = idsOf([...peopleNear(ticket, community), ...staffFor(community, areaOf(ticket, community))]);
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

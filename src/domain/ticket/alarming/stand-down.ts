import type { Community, Person } from '../../community/community';
import { onDuty, staffFor } from '../../community/responsible';
import { hasRole } from '../../community/may';
import { decided, refused, type Decision, type Result, type Say } from '../../decision';
import type { PersonId, WordsId } from '../../ids';
import { emergencyNumberOf, peopleNear, staffGroupSays } from './alarm-round';
import { foldTicket } from '../apply-ticket-event';
import { roundOf } from '../clocks/round-of';
import { idsOf } from '../dispatching/approvers';
import { areaOf } from '../ticket-area';
import { handlerRoles, leaderRoles } from '../working/handler-roles';
import type { TicketRefusal } from '../refusal';
import { headOf } from '../telling/ticket-card';
import { answerTo, tell } from '../telling/tell';
import type { Ticket } from '../ticket';
import type { TicketEvent } from '../ticket-event';
import type { TicketContext } from '../ticket-context';

type StoodDown = Result<Decision<TicketEvent>, TicketRefusal>;

const isUnderway = ({ phase }: Ticket): boolean =>
  phase === 'doubted' || phase === 'dispatched' || phase === 'claimed' || phase === 'waiting';

/** Everyone who was called is told that it is over, in private and in the staff group. */
export const sayStoodDown = (
  ticket: Ticket,
  { why, by, also }: { why: 'false-alarm' | 'over'; by: PersonId; also: readonly PersonId[] },
  community: Community,
): readonly Say[] => {
  const key = `stood-down.${roundOf(ticket)}`;
  const spoken = { wording: 'ticket.stood-down', params: { ...headOf(ticket), why, by } } as const;
  return [
    ...tell([...(ticket.alarm?.alarmed ?? []), ...also], key, spoken, { urgency: 'critical' }),
    ...staffGroupSays(ticket, community, { key, urgency: 'critical', ...spoken }),
  ];
};

/**
 * Who may end an alarm: its owner or a leader; while nobody has it, whoever was called, so that no colleague from
 * elsewhere calls off what others are running to. A danger in doubt was shown to one on duty.
 */
export const mayEndAlarm = (ticket: Ticket, by: Person, community: Community): boolean => {
  if (hasRole(by, leaderRoles) || ticket.claimedBy === by.id) return true;
  if (ticket.claimedBy) return false;
  return ticket.phase === 'doubted'
    ? idsOf(onDuty(community, areaOf(ticket, community), ticket.reportedAt)).includes(by.id)
    : (ticket.alarm?.alarmed.includes(by.id) ?? false);
};

/** Those who reported, and were not called out as well, hear that they did right, and the number to ring if it is one. */
const tellReporters = (ticket: Ticket, by: Person, community: Community): readonly Say[] =>
  tell(
    ticket.reporters
      .map(({ person }) => person)
      .filter((person) => person !== by.id && !ticket.alarm?.alarmed.includes(person)),
    `stood-down.${ticket.cycle}`,
    {
      wording: 'ticket.stood-down-reporter',
      params: { ...headOf(ticket), by: by.id, emergencyNumber: emergencyNumberOf(ticket, community) },
    },
    { urgency: 'critical' },
  );

/** `误报 #102`: nothing was the matter. Once somebody has it, only that person or a leader says so. */
export const standDown = (
  ticket: Ticket,
  { by, words }: { readonly by: Person; readonly words: WordsId | null },
  { now, community }: TicketContext,
): StoodDown => {
  if (!hasRole(by, handlerRoles)) return refused({ kind: 'role', verb: '误报' });
  if (ticket.class !== 'critical' || !isUnderway(ticket)) return refused({ kind: 'state', verb: '误报' });
  if (!mayEndAlarm(ticket, by, community))
    return refused(
      ticket.claimedBy
        ? { kind: 'already-claimed', owner: ticket.claimedBy, at: ticket.claimedAt ?? ticket.reportedAt }
        : { kind: 'role', verb: '误报' },
    );
  const events: TicketEvent[] = [
    { kind: 'stood-down', at: now, by: by.id, why: 'false-alarm', words },
    { kind: 'archived', at: now, reason: 'false-alarm' },
  ];
  const over = foldTicket(ticket, events) ?? ticket;
  return decided({
    events,
    says: [
      ...sayStoodDown(over, { why: 'false-alarm', by: by.id, also: [by.id] }, community),
      ...tellReporters(over, by, community),
    ],
  });
};

/**
 * `加人`: hands are short; everyone alarmed and the people of the place are called again. Whoever asked, and the owner,
 * hear how many were called; the call itself is for the others.
 */
export const askMoreHands = (ticket: Ticket, by: Person, { now, community }: TicketContext): StoodDown => {
  if (!hasRole(by, handlerRoles) && ticket.claimedBy !== by.id) return refused({ kind: 'role', verb: '加人' });
  if (ticket.class !== 'critical' || !isUnderway(ticket)) return refused({ kind: 'state', verb: '加人' });
  const near = idsOf([...peopleNear(ticket, community), ...staffFor(community, areaOf(ticket, community))]);
  const to = [...new Set([...(ticket.alarm?.alarmed ?? []), ...near])].filter(
    (person) => person !== by.id && person !== ticket.claimedBy,
  );
  const owner = ticket.claimedBy;
  const asked = {
    wording: 'ticket.more-hands-asked',
    params: { ...headOf(ticket), by: by.id, owner, count: to.length },
  } as const;
  return decided({
    events: [{ kind: 'hands-asked', at: now, by: by.id, to }],
    says: [
      ...tell(
        to,
        `more-hands.${now}`,
        { wording: 'ticket.more-hands', params: { ...headOf(ticket), owner } },
        { urgency: 'critical', ...(owner === null ? { choices: ['take-charge'] } : {}) },
      ),
      ...answerTo(by.id, 'more-hands', now, asked),
      ...tell(owner !== null && owner !== by.id ? [owner] : [], `more-hands.${now}`, asked, { urgency: 'critical' }),
    ],
  });
};

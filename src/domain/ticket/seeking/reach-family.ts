import type { Person } from '../../community/community';
import { hasRole } from '../../community/may';
import { decided, refused, type Decision, type Result } from '../../decision';
import type { PhotoId, WordsId } from '../../ids';
import { askThanks } from '../identifying/judge-thanks';
import type { TicketRefusal, Verb } from '../refusal';
import { answerTo, reportersOf, tell } from '../telling/tell';
import { afterQuietHours } from '../../notices/after-quiet-hours';
import { headOf } from '../telling/ticket-card';
import type { Ticket } from '../ticket';
import type { TicketContext } from '../ticket-context';
import type { TicketEvent } from '../ticket-event';
import { handlerRoles, leaderRoles, mayHandle } from '../working/handler-roles';
import { dutyLeaders } from './duty-leaders';
import { seeksPerson } from './seeks-person';

type Reached = Result<Decision<TicketEvent>, TicketRefusal>;

/** Why this person may not say so of this ticket; null: they may. */
const barredFrom = (ticket: Ticket, by: Person, verb: Verb, { community }: TicketContext): TicketRefusal | null => {
  if (!hasRole(by, handlerRoles) && ticket.claimedBy !== by.id) return { kind: 'role', verb };
  const isUnderway = ticket.phase === 'dispatched' || ticket.phase === 'claimed' || ticket.phase === 'waiting';
  if (!seeksPerson(ticket.category, community) || !isUnderway) return { kind: 'state', verb };
  return ticket.claimedBy !== null && !mayHandle(ticket, by)
    ? { kind: 'already-claimed', owner: ticket.claimedBy, at: ticket.claimedAt ?? ticket.reportedAt }
    : null;
};

/** `已联系家属`, `已报110`: whoever has it says that the family, or the police, know. */
export const reachFamily = (
  ticket: Ticket,
  { by, whom }: { readonly by: Person; readonly whom: 'family' | 'police' },
  context: TicketContext,
): Reached => {
  const barred = barredFrom(ticket, by, whom === 'family' ? '已联系家属' : '已报110', context);
  if (barred) return refused(barred);
  const spoken = { wording: 'ticket.reached', params: { ...headOf(ticket), whom, by: by.id } } as const;
  const others = [...(ticket.claimedBy === null ? [] : [ticket.claimedBy]), ...dutyLeaders(ticket, context)];
  return decided({
    events: [{ kind: whom === 'family' ? 'family-called' : 'police-called', at: context.now, by: by.id }],
    says: [
      ...answerTo(by.id, 'reached', context.now, spoken),
      ...tell(
        others.filter((person) => person !== by.id),
        `reached.${context.now}`,
        spoken,
        { urgency: 'prompt' },
      ),
    ],
  });
};

/** `交接 #102 给 女儿`: to whom, in words that only those who answer for it see. Who found the person hears that it went well. */
export const returnPerson = (
  ticket: Ticket,
  { by, words, photos }: { readonly by: Person; readonly words: WordsId | null; readonly photos: readonly PhotoId[] },
  context: TicketContext,
): Reached => {
  const barred = barredFrom(ticket, by, '交接', context);
  if (barred) return refused(barred);
  if (words === null) return refused({ kind: 'needs-words', verb: '交接' });
  const head = headOf(ticket);
  const leaders = [...(ticket.claimedBy === null ? [] : [ticket.claimedBy]), ...dutyLeaders(ticket, context)];
  const spoken = { wording: 'ticket.returned', params: { ...head, by: by.id, words: [words] } } as const;
  return decided({
    events: [{ kind: 'returned', at: context.now, by: by.id, words, photos }],
    says: [
      ...answerTo(by.id, 'returned', context.now, spoken),
      ...tell(
        leaders.filter((person) => person !== by.id),
        `returned.${context.now}`,
        spoken,
        { urgency: 'prompt' },
      ),
      ...tell(
        reportersOf(ticket).filter((person) => person !== by.id),
        `returned-reporter.${ticket.cycle}`,
        { wording: 'ticket.returned-reporter', params: head },
        { urgency: 'prompt' },
      ),
    ],
  });
};

/** `感谢 #102 …`: what the family says reaches whoever found the person, in private and without anybody's number or door. */
export const passThanks = (
  ticket: Ticket,
  { by, words }: { readonly by: Person; readonly words: WordsId | null },
  context: TicketContext,
): Reached => {
  const { now, community } = context;
  if (!hasRole(by, leaderRoles) && ticket.claimedBy !== by.id) return refused({ kind: 'role', verb: '感谢' });
  if (!seeksPerson(ticket.category, community) || !ticket.seeking?.returnedAt)
    return refused({ kind: 'state', verb: '感谢' });
  if (words === null) return refused({ kind: 'needs-words', verb: '感谢' });
  const to = reportersOf(ticket).filter((person) => person !== by.id);
  return decided({
    events: [{ kind: 'thanks-passed', at: now, by: by.id, words, to }],
    says: [
      ...tell(
        to,
        `thanks-passed.${now}`,
        { wording: 'ticket.family-thanks', params: { ...headOf(ticket), words: [words] } },
        { urgency: 'ordinary', ...afterQuietHours(now, community) },
      ),
      ...answerTo(by.id, 'thanks-passed', now, {
        wording: 'ticket.thanks-passed',
        params: { ...headOf(ticket), count: to.length },
      }),
      ...askThanks(ticket, by, words, context),
    ],
  });
};

import type { Person } from '../../community/community';
import { hasRole } from '../../community/may';
import { decided, refused, type Decision, type Result } from '../../decision';
import { lacksPapers } from '../applying/lacks-papers';
import { foldTicket } from '../apply-ticket-event';
import { roundOf } from '../clocks/round-of';
import { openParts } from '../joining/open-parts';
import { partBar } from '../joining/part-bar';
import { levelThatSettled } from './level-that-settled';
import type { SettledLevel } from './settled-level';
import { askAboutResult } from '../reviewing/ask-review';
import { handlerRoles, mayHandle } from './handler-roles';
import { hasIt } from './has-it';
import { mayEndAlarm, sayStoodDown } from '../alarming/stand-down';
import { finishSuggestion } from '../suggesting/finish-suggestion';
import { isSuggestion } from '../suggesting/suggestion';
import type { TicketRefusal } from '../refusal';
import { editCards } from '../telling/ticket-card';
import type { Ticket } from '../ticket';
import type { TicketEvent } from '../ticket-event';
import { wayBar, type Finished } from '../ways/way-bar';
import type { TicketContext } from '../ticket-context';

export interface ResolveTicket extends Finished {
  readonly by: Person;
}

/** It is done, when nothing is open of it; what comes next is a review, or the reporter's word. */
export const finishTicket = (
  ticket: Ticket,
  { by, words, photos, level, ...given }: ResolveTicket & { readonly level: SettledLevel },
  context: TicketContext,
): Result<Decision<TicketEvent>, TicketRefusal> => {
  if (lacksPapers(ticket)) return refused({ kind: 'papers' });
  const open = openParts(ticket);
  if (open.length > 0) return refused(partBar(ticket, 'open', context.community, open));
  const bar = wayBar(ticket, { words, photos, ...given });
  if (bar) return refused({ kind: 'way', why: bar });
  const done: TicketEvent[] = [{ kind: 'resolved', at: context.now, by: by.id, words, photos, level }];
  const resolved = foldTicket(ticket, done) ?? ticket;
  const asked = askAboutResult(resolved, by.id, context);
  const after = foldTicket(resolved, asked.events) ?? resolved;
  return decided({
    events: [...done, ...asked.events],
    says: [
      ...editCards(after, `resolved.${roundOf(ticket)}`),
      ...(ticket.class === 'critical'
        ? sayStoodDown(resolved, { why: 'over', by: by.id, also: [] }, context.community)
        : []),
      ...asked.says,
    ],
  });
};

/**
 * `办结`: needs words or a photo. One who settles an unclaimed ticket has claimed it by that. The reporter is asked,
 * where the pack wants it after a review; everyone whom a danger called out hears that it is over. */
export const resolveTicket = (
  ticket: Ticket,
  command: ResolveTicket,
  context: TicketContext,
): Result<Decision<TicketEvent>, TicketRefusal> => {
  const { by, words, photos } = command;
  if (isSuggestion(ticket)) return finishSuggestion(ticket, { by, words, photos }, context);
  if (!hasRole(by, handlerRoles) && !hasIt(ticket, by.id)) return refused({ kind: 'role', verb: '办结' });
  if (ticket.claimedBy && !mayHandle(ticket, by))
    return refused({ kind: 'already-claimed', owner: ticket.claimedBy, at: ticket.claimedAt ?? ticket.reportedAt });
  if (ticket.phase !== 'dispatched' && ticket.phase !== 'claimed' && ticket.phase !== 'waiting')
    return refused({ kind: 'state', verb: '办结' });
  if (ticket.class === 'critical' && !mayEndAlarm(ticket, by, context.community))
    return refused({ kind: 'role', verb: '解除' });
  if (!words && photos.length === 0) return refused({ kind: 'needs-words', verb: '办结' });
  return finishTicket(ticket, { ...command, level: levelThatSettled(ticket, by, context.community) }, context);
};

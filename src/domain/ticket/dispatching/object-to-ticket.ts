import type { Person } from '../../community/community';
import { decided, type Decision, type Result } from '../../decision';
import type { PersonId, WordsId } from '../../ids';
import { foldTicket } from '../apply-ticket-event';
import type { TicketRefusal } from '../refusal';
import { answerTo } from '../telling/tell';
import { editCards, headOf } from '../telling/ticket-card';
import type { Ticket } from '../ticket';
import type { TicketContext } from '../ticket-context';
import type { TicketEvent } from '../ticket-event';
import { arrangersOf, arrangeSays, objectorsOf, offeredFor, rulersOf } from './arranging';

/**
 * "Not ours", or "rather hers" once too often: those who arrange it send it elsewhere; after as many as the pack
 * allows, the level above rules, and that stands.
 */
export const objectToTicket = (
  ticket: Ticket,
  { by, words, rather }: { readonly by: Person; readonly words: WordsId; readonly rather: PersonId | null },
  context: TicketContext,
): Result<Decision<TicketEvent>, TicketRefusal> => {
  const { community, now } = context;
  const isRuled = ticket.moves.length >= community.policy.mostMoves;
  const gone = [...objectorsOf(ticket), by.id];
  const asking: Ticket = { ...ticket, moves: [...ticket.moves, { by: by.id }] };
  const to = isRuled ? rulersOf(asking, community, now) : arrangersOf(asking, community, now);
  const offered = isRuled
    ? [...new Set([...gone, ...(rather === null ? [] : [rather])])]
    : offeredFor(asking, community, now);
  const events: TicketEvent[] = [
    { kind: isRuled ? 'ruling-asked' : 'objected', at: now, by: by.id, words, to, offered },
  ];
  const after = foldTicket(ticket, events) ?? ticket;
  return decided({
    events,
    says: [
      ...answerTo(by.id, 'objected', now, {
        wording: 'ticket.objected',
        params: { ...headOf(after), to, ruling: isRuled },
      }),
      ...arrangeSays(after, { step: `arrange.${now}`, again: false }, context),
      ...editCards({ ...after, handlers: ticket.handlers }, `objected.${now}`),
    ],
  });
};

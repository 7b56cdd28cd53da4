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
import { giversOf } from './give-to-desk';
import { handlerRoles } from '../working/handler-roles';
import { hasRole } from '../../community/may';
import { arrangersOf, arrangeSays, objectorsOf, offeredFor, rulersOf, mostOffered } from './arranging';

/** As many handlers as a question can offer; whoever gave it to a desk may have it back. */
const offeredTo = (
  ticket: Ticket,
  givers: readonly PersonId[],
  { community, now }: TicketContext,
): readonly PersonId[] => {
  const officers = community.officers.filter((each) => givers.includes(each.id) && hasRole(each, handlerRoles));
  return [...new Set([...officers.map(({ id }) => id), ...offeredFor(ticket, community, now)])].slice(0, mostOffered);
};

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
  const givers = giversOf(ticket, context).filter((person) => person !== by.id);
  const back = givers.length > 0 ? givers : arrangersOf(asking, community, now);
  const to = isRuled ? rulersOf(asking, community, now) : back;
  const offered = isRuled
    ? [...new Set([...gone, ...(rather === null ? [] : [rather])])]
    : offeredTo(asking, givers, context);
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

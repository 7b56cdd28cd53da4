import type { Person } from '../../community/community';
import type { Say } from '../../decision';
import type { PersonId } from '../../ids';
import type { Head } from '../../wording/params';
import { editCards, headOf } from '../telling/ticket-card';
import { answerTo, reportersOf, tell, whenAwake } from '../telling/tell';
import type { Ticket } from '../ticket';
import type { TicketContext } from '../ticket-context';

/** Whoever has it, or was asked to take it. */
export const holdersOf = (ticket: Ticket): readonly PersonId[] =>
  ticket.claimedBy === null ? ticket.handlers : [ticket.claimedBy];

/** A matter as another person's reporter may see it: the area, and not the words that may lead to somebody's door. */
export const headForOthers = (ticket: Ticket): Head => ({
  ...headOf(ticket),
  place: { area: ticket.place.area, words: null },
});

/** What those hear whose ticket follows another from now on. `ticket` as it stands after that. */
export const sayMerged = (ticket: Ticket, into: Ticket, by: Person, context: TicketContext): readonly Say[] => {
  const { now } = context;
  const params = { ...headOf(ticket), into: headOf(into) };
  const reporters = reportersOf(ticket);
  const forWork = { wording: 'ticket.merged', params } as const;
  const forReporters = {
    wording: 'ticket.merged-yours',
    params: { ...headOf(ticket), into: headForOthers(into) },
  } as const;
  return [
    ...answerTo(by.id, 'merged', now, reporters.includes(by.id) ? forReporters : forWork),
    ...tell(
      reporters.filter((person) => person !== by.id),
      `merged.${now}`,
      forReporters,
      whenAwake(ticket, context),
    ),
    ...tell(
      holdersOf(ticket).filter((person) => person !== by.id && !reporters.includes(person)),
      `merged-work.${now}`,
      forWork,
      whenAwake(ticket, context),
    ),
    ...editCards(ticket, `merged.${now}`),
  ];
};

/** What those hear who have the ticket that took the other in: its words and photos are theirs now. */
export const sayAbsorbed = (into: Ticket, ticket: Ticket, by: Person, context: TicketContext): readonly Say[] => [
  ...tell(
    holdersOf(into).filter((person) => person !== by.id),
    `absorbed.${ticket.id}.${context.now}`,
    {
      wording: 'ticket.absorbed',
      params: {
        ...headOf(into),
        other: ticket.number,
        role: ticket.reporters[0]?.role ?? 'resident',
        words: ticket.words,
      },
    },
    { ...whenAwake(into, context), photos: ticket.photos },
  ),
  ...editCards(into, `absorbed.${ticket.id}.${context.now}`),
];

/** What those hear whose ticket goes on by itself. */
export const sayUnmerged = (ticket: Ticket, from: Ticket, by: Person, context: TicketContext): readonly Say[] => {
  const { now } = context;
  const spoken = { wording: 'ticket.unmerged', params: { ...headOf(ticket), from: from.number } } as const;
  const people = [...reportersOf(ticket), ...holdersOf(ticket)].filter((person) => person !== by.id);
  return [
    ...answerTo(by.id, 'unmerged', now, spoken),
    ...tell(people, `unmerged.${now}`, spoken, whenAwake(ticket, context)),
    ...editCards(ticket, `unmerged.${now}`),
  ];
};

export const sayReleased = (from: Ticket, ticket: Ticket, by: Person, context: TicketContext): readonly Say[] => {
  const { now } = context;
  const heard = [by.id, ...reportersOf(ticket), ...holdersOf(ticket)];
  const spoken = { wording: 'ticket.unmerged', params: { ...headOf(ticket), from: from.number } } as const;
  return [
    ...tell(
      holdersOf(from).filter((person) => !heard.includes(person)),
      `released.${ticket.id}.${now}`,
      spoken,
      whenAwake(from, context),
    ),
    ...editCards(from, `released.${ticket.id}.${now}`),
  ];
};

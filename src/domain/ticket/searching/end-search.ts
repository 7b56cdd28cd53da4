import { decision, type Decision, type Say } from '../../decision';
import type { ChatId, PersonId } from '../../ids';
import { dutyLeaders } from '../seeking/duty-leaders';
import { seeksPerson } from '../seeking/seeks-person';
import { reportersOf, tell } from '../telling/tell';
import type { Ticket } from '../ticket';
import type { TicketChange } from '../ticket-change';
import type { TicketContext } from '../ticket-context';
import type { TicketEvent } from '../ticket-event';
import { isRunning } from './search-bar';
import { familyOf } from './search-people';
import { isHome, markShown } from './show-person';

/** Groups in which people themselves posted photos: these are theirs to take back. */
const postedIn = ({ reporters, photos, search }: Ticket): readonly ChatId[] => {
  const reported = photos.length > 0 ? reporters.map(({ group }) => group) : [];
  const leads = (search?.leads ?? []).filter((lead) => lead.photos.length > 0).map(({ group }) => group);
  return [...new Set([...reported, ...leads])].filter((group) => group !== null);
};

/** Text 10, wherever somebody was asked, and to all who had to do with it; whoever ended it learns what still stands. */
const tellOver = (ticket: Ticket, by: PersonId, context: TicketContext): readonly Say[] => {
  const { search } = ticket;
  const key = `search-over.${ticket.cycle}.${search?.calls ?? 0}`;
  const spoken = { wording: 'ticket.search-over', params: { number: ticket.number } } as const;
  const people = [
    ...(search?.people ?? []),
    ...(search?.leads ?? []).map((lead) => lead.by),
    ...familyOf(ticket),
    ...reportersOf(ticket),
  ].filter((person) => person !== by);
  return [
    ...(search?.groups ?? []).map((chat) => ({ to: { chat }, key, urgency: 'prompt' as const, ...spoken })),
    ...tell(people, key, spoken, { urgency: 'prompt' }),
    ...tell(
      [by, ...dutyLeaders(ticket, context)],
      `recall-report.${ticket.cycle}.${search?.calls ?? 0}`,
      {
        wording: 'ticket.recall-report',
        params: { number: ticket.number, posted: postedIn(ticket), replaced: [], left: [], waiting: [] },
      },
      { urgency: 'prompt' },
    ),
  ];
};

/**
 * What a decision says of somebody lost is marked as such; the one that brings the person home takes it all back, and
 * tells everyone who was asked to look.
 */
export const showAndRecall = (
  { before, after, by }: TicketChange,
  made: Decision<TicketEvent>,
  context: TicketContext,
): Decision<TicketEvent> => {
  const { now, community } = context;
  if (!seeksPerson(after.category, community)) return made;
  if (!isHome(after, community)) return { ...made, says: markShown(made.says, after, community) };
  if (isHome(before, community)) return made;
  const recalls = [after.id, ...after.absorbed.map(({ id }) => id)];
  if (!isRunning(after)) return { ...made, recalls };
  const ender = by ?? after.claimedBy ?? '';
  return decision<TicketEvent>({
    ...made,
    events: [...made.events, { kind: 'search-ended', at: now, by: ender }],
    says: [...made.says, ...tellOver(after, ender, context)],
    recalls,
  });
};

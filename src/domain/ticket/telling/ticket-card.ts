import { gridOf } from '../../community/area-tree';
import type { Community } from '../../community/community';
import type { CardName, ChoiceId, Say } from '../../decision';
import type { AreaId, PersonId, PhotoId } from '../../ids';
import type { Head, SaidState, Spoken } from '../../wording/params';
import { promisedDue, stageDue } from '../clocks/stage-clock';
import { replyOfCard } from './group-card';
import { lacksPapers } from '../applying/lacks-papers';
import { partLines } from '../joining/part-lines';
import type { Ticket } from '../ticket';

export const headOf = (ticket: Ticket): Head => ({
  number: ticket.number,
  category: ticket.category,
  place: ticket.place,
});

/** A ticket closed without being done says so, also long afterwards. */
export const saidState = ({ phase, closedFor }: Ticket): SaidState => {
  if (phase === 'doubted') return 'reported';
  if (phase !== 'archived' || closedFor === null) return phase;
  switch (closedFor) {
    case 'withdrawn':
    case 'refused':
    case 'not-ours':
      return closedFor;
    case 'called-back':
    case 'false-alarm':
    case 'no-answer':
    case 'no-papers':
      return phase;
  }
};

/** The desk that people are told: the grid's, never a person. */
export const deskOf = (ticket: Ticket, community: Community): AreaId | null =>
  ticket.desk ?? gridOf(community, ticket.place.area)?.id ?? null;

export const isOpen = (ticket: Ticket): boolean => {
  switch (ticket.phase) {
    case 'doubted':
    case 'reported':
    case 'dispatched':
    case 'claimed':
    case 'waiting':
    case 'resolved':
    case 'under-review':
    case 'considered':
    case 'planned':
      return true;
    case 'called-back':
    case 'archived':
    case 'withdrawn':
    case 'refused':
    case 'not-ours':
    case 'merged':
    case 'done':
    case 'declined':
      return false;
  }
};

/** Whether what is reported now can still be the same matter: once it is said to be done, it is a new one. */
export const takesReports = (ticket: Ticket): boolean =>
  isOpen(ticket) && ticket.phase !== 'resolved' && ticket.phase !== 'under-review';

/** Whether a category may be named in a group. One not yet chosen may not, nor one the catalogue does not know. */
export const isShownInGroups = (category: Ticket['category'], community: Community): boolean =>
  community.categories.some((known) => known.id === category && known.card !== 'never');

export type CardContent = Spoken & { readonly choices: readonly ChoiceId[]; readonly photos: readonly PhotoId[] };

/** The number of what it was merged into, where it was. */
export const intoOf = ({ merged }: Ticket): { readonly into?: number } => (merged ? { into: merged.number } : {});

const handlerChoices = (ticket: Ticket, yours: boolean): readonly ChoiceId[] => {
  if (ticket.nature === 'suggestion') return [];
  if (ticket.phase === 'dispatched') return ['claim', 'decline'];
  return ticket.phase === 'claimed' && yours ? ['resolve'] : [];
};

/** A card as `reader` reads it now: rendered from the state at the moment of sending or editing. */
export const ticketCard = (
  ticket: Ticket,
  card: CardName,
  community: Community,
  reader: PersonId | null,
): CardContent => {
  const yours = reader !== null && ticket.claimedBy === reader;
  switch (card) {
    case 'group':
      return {
        wording: 'ticket.card',
        params: {
          ...headOf(ticket),
          nature: ticket.nature,
          state: saidState(ticket),
          desk: deskOf(ticket, community),
          due: isOpen(ticket) ? promisedDue(ticket, community) : null,
          reporters: ticket.reporters.length,
          ...intoOf(ticket),
          ...partLines(ticket, community),
        },
        choices: isOpen(ticket) ? ['me-too'] : [],
        photos: [],
      };
    case 'handler':
      return {
        wording: 'ticket.handler',
        params: {
          ...headOf(ticket),
          role: ticket.reporters[0]?.role ?? 'resident',
          words: ticket.words,
          claimDue: stageDue(ticket, community, 'claim'),
          resolveDue: stageDue(ticket, community, 'resolve'),
          nature: ticket.nature,
          state: saidState(ticket),
          owner: ticket.claimedBy,
          yours,
          ...(ticket.green && isOpen(ticket) ? { green: true } : {}),
          ...(lacksPapers(ticket) ? { papers: ticket.papers?.listed ?? [] } : {}),
          ...intoOf(ticket),
          ...partLines(ticket, community),
        },
        choices: handlerChoices(ticket, yours),
        photos: ticket.photos,
      };
  }
};

/** Edits of every card this ticket has; `final` where it is finished, for platforms that can only send anew. */
export const editCards = (ticket: Ticket, step: string): readonly Say[] => {
  const final = isOpen(ticket) ? {} : { final: true as const };
  const edit = (to: Say['to'], card: CardName): Say => ({
    to,
    key: `${card}.${step}`,
    urgency: 'prompt',
    card,
    mode: 'edit',
    ...(card === 'group' ? { ...final, ...replyOfCard(ticket) } : {}),
  });
  return [
    ...(ticket.cardGroup ? [edit({ chat: ticket.cardGroup }, 'group')] : []),
    ...ticket.handlers.map((person) => edit({ person }, 'handler')),
  ];
};

import type { Say } from '../../decision';
import type { PersonId, PhotoId, WordsId } from '../../ids';
import { tell, whenAwake } from '../telling/tell';
import { headOf } from '../telling/ticket-card';
import type { Ticket } from '../ticket';
import type { TicketContext } from '../ticket-context';
import { stageDue } from '../clocks/stage-clock';

interface Brought {
  /** Who brought it, and need not hear of it; null: time reminds of it. */
  readonly by: PersonId | null;
  readonly words: readonly WordsId[];
  readonly photos: readonly PhotoId[];
}

/** Whoever has the application looks whether all is there; in a moment that is watched. */
export const sayBrought = (
  ticket: Ticket,
  { by, words, photos }: Brought,
  { again, key }: { readonly again: boolean; readonly key: string },
  context: TicketContext,
): readonly Say[] =>
  tell(
    (ticket.claimedBy ? [ticket.claimedBy] : ticket.handlers).filter((person) => person !== by),
    key,
    {
      wording: 'ticket.papers-look',
      params: {
        ...headOf(ticket),
        papers: ticket.papers?.listed ?? [],
        words,
        photos: photos.length,
        due: stageDue(ticket, context.community, 'papers') ?? context.now,
        again,
      },
    },
    { ...whenAwake(ticket, context), choices: ['papers-complete'], photos },
  );

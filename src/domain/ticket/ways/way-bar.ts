import type { WordsId, PhotoId } from '../../ids';
import type { Ticket } from '../ticket';
import type { WayBar } from './way';

/** What is said when a ticket is said to be done. */
export interface Finished {
  readonly words: WordsId | null;
  readonly photos: readonly PhotoId[];
  /** A reason stands behind "因为". */
  readonly reasoned?: boolean;
  /** It is said that no photo shows the inside of a home. */
  readonly noHome?: boolean;
}

/**
 * What its way still needs before it can be done. On behalf: leave, and receipts or why there are none. At home: words
 * are enough, and a photo is taken only when it is said to show no home.
 */
export const wayBar = ({ way }: Ticket, { photos, reasoned, noHome }: Finished): WayBar | null => {
  if (way?.kind === 'on-behalf' && way.consent === null) return 'consent';
  if (way?.kind === 'on-behalf' && photos.length === 0 && reasoned !== true) return 'receipt';
  return way?.kind === 'at-home' && photos.length > 0 && noHome !== true ? 'home-photo' : null;
};

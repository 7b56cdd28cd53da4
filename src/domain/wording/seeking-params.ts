import type { Moment, PersonId, WordsId } from '../ids';
import type { Head } from './head';

/** What is said while somebody lost is brought home. */
export interface SeekingParams {
  /** To whoever leads those on duty; the owner is not asked. */
  'ticket.ask-progress': Head & { owner: PersonId; since: Moment };
  'ticket.ring-police': Head & { missing?: boolean };
  'ticket.where-are-you': { number: number; missing?: boolean };
  'ticket.reached': Head & { whom: 'family' | 'police'; by: PersonId };
  /** To those who answer for it: into whose hands. */
  'ticket.returned': Head & { by: PersonId; words: readonly WordsId[] };
  'ticket.returned-reporter': Head;
  'ticket.family-thanks': Head & { words: readonly WordsId[] };
  'ticket.thanks-passed': Head & { count: number };
}

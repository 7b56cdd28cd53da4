import type { Moment, PersonId, WordsId } from '../ids';
import type { Head } from './head';

/** What one of several notices wants, said in one line. */
export interface MorningItem extends Head {
  readonly want: 'claim' | 'finish' | 'arrange' | 'look';
  readonly due: Moment | null;
  readonly words: readonly WordsId[];
  readonly standsFor: PersonId | null;
}

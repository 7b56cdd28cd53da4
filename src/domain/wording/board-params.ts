import type { Moment, PersonId, WordsId } from '../ids';
import type { Nothing } from './nothing';

/** Signing in to the board, which is done in chat. */
export interface BoardParams {
  /** `address` is kept sealed, as words. */
  'board.link': { name: PersonId; address: WordsId; until: Moment };
  'board.not-yours': Nothing;
  'board.signed-out': { sessions: number };
  /** A computer that shows the six digits: whether it is theirs. */
  'board.computer-ask': { device: string; since: Moment; code: string };
  'board.computer-in': { device: string };
  'board.computer-out': Nothing;
  'board.computer-gone': Nothing;
}

import type { Moment, WordsId } from '../ids';
import type { Nothing } from './nothing';

/** What is kept on somebody, and their wish to be forgotten. */
export interface PrivacyParams {
  /** `due`: it was confirmed before, for then. */
  'privacy.forget-asked': { open: readonly number[]; points: number; due: Moment | null };
  'privacy.not-asked': Nothing;
  'privacy.erasure-set': { due: Moment };
  'privacy.erasure-off': { was: boolean };
  'privacy.works-here': Nothing;
  /** `address`: kept as words, so that it is erased with them. */
  'privacy.page': { address: WordsId; until: Moment };
}

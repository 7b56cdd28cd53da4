import type { Deed } from '../deeds/deed';
import type { DeedRefusal, NoDeed } from '../deeds/deed-refusal';
import type { PersonId, WordsId } from '../ids';

/** A deed, as every message names it. */
interface Named {
  readonly number: number;
  readonly by: PersonId;
  readonly doer: PersonId;
  readonly words: readonly WordsId[];
}

/** Good deeds that neighbours name. */
export interface DeedParams {
  'deed.ask': Named;
  'deed.noted': Named;
  /** To whoever did it; `wanted`: what a deed is worth, of which the day's cap may have left less. */
  'deed.approved': Named & { points: number; wanted: number };
  /** To whoever named it. */
  'deed.outcome': Named & { counted: boolean };
  'deed.lapsed': Named;
  /** To whoever just answered. */
  'deed.answered': Named & { answer: 'approved' | 'declined' | 'withdrawn' };
  'deed.refused': { number: number; why: DeedRefusal };
  'deed.not-named': { why: NoDeed | { readonly kind: 'not-read' } };
  'deed.state': Named & { phase: Deed['phase']; points: number };
}

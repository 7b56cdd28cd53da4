import type { Moment } from '../ids';
import type { Deed } from './deed';

/** Why a deed is not named. */
export type NoDeed =
  /** Nobody names their own. */
  | { readonly kind: 'self' }
  /** These two named one another, either of them, not long ago: points are not passed to and fro. */
  | { readonly kind: 'pair'; readonly since: Moment; readonly days: number }
  /** As many as one may name in a month. */
  | { readonly kind: 'month'; readonly most: number }
  /** There is nobody else who could say that it counts. */
  | { readonly kind: 'nobody' };

/** Why an answer to whether it counts changes nothing. */
export type DeedRefusal =
  { readonly kind: 'not-yours' } | { readonly kind: 'over'; readonly phase: Exclude<Deed['phase'], 'waiting'> };

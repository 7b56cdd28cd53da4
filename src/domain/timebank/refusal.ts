import type { PersonId } from '../ids';
import type { Service } from './service';

/** Why hours were not logged. */
export type NoService =
  { readonly kind: 'minutes' } | { readonly kind: 'day' } | { readonly kind: 'self' } | { readonly kind: 'nobody' };

/** Why nothing was done to hours that wait. */
export type ServiceRefusal =
  { readonly kind: 'over'; readonly phase: Service['phase'] } | { readonly kind: 'not-yours' };

/** What somebody does with hours of theirs. */
export type TimeMove =
  /** Points become time kept for later, which never expires; and back. */
  | { readonly kind: 'keep' | 'take' }
  | { readonly kind: 'give'; readonly to: PersonId }
  | { readonly kind: 'donate' }
  /** Staff, out of the neighbours' pool, for somebody who needs it. */
  | { readonly kind: 'grant'; readonly to: PersonId };

/** Why no hours changed hands. */
export type NoTime =
  | { readonly kind: 'amount' }
  | { readonly kind: 'self' }
  | {
      readonly kind: 'too-little';
      readonly has: number;
      readonly wanted: number;
      readonly of: 'points' | 'saved' | 'pool';
    };

import type { FundEntry } from './fund-entry';

/** Why no line is noted. */
export type NoFund =
  | {
      readonly kind:
        | 'not-staff'
        | 'not-read'
        | 'amount'
        | 'too-much'
        | 'no-purpose'
        | 'no-receipt'
        | 'own'
        | 'nobody'
        | 'no-reason'
        | 'no-line';
    }
  /** It is no line that stands: a counter entry, one that waits, or one that was taken back. */
  | { readonly kind: 'not-standing'; readonly number: number };

/** Why an answer changes nothing. */
export type FundRefusal =
  | { readonly kind: 'not-yours' | 'same-person' | 'payee' | 'receipt-not-here' }
  /** Which one, of so many photos; the last one stays. */
  | { readonly kind: 'which-photo' | 'last-photo'; readonly photos: number }
  | { readonly kind: 'over'; readonly phase: Exclude<FundEntry['phase'], 'waiting'> };

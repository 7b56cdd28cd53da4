/** Why nothing was done to an offer or a pair. */
export type CompanionRefusal =
  | { readonly kind: 'not-yours' }
  /** Nobody is asked, or paired, any more. */
  | { readonly kind: 'over' }
  /** The helper is asked or paired already, or does not offer any more. */
  | { readonly kind: 'not-free' }
  /** The old one is asked or paired already, with this offer. */
  | { readonly kind: 'served-taken'; readonly number: number };

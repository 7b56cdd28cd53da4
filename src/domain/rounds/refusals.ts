import type { Moment } from '../ids';

/** Why no marks were given. */
export type NoMarks =
  | { readonly kind: 'not-inspector'; readonly village: string }
  | { readonly kind: 'own-household' }
  | { readonly kind: 'same' }
  | { readonly kind: 'not-begun' | 'over'; readonly at: Moment }
  | { readonly kind: 'not-read'; readonly left: string }
  | { readonly kind: 'too-many'; readonly item: string; readonly most: number }
  | { readonly kind: 'missing'; readonly items: readonly string[] };

/** Why nobody's objection was taken, or decided. */
export type NoObjection =
  | {
      readonly kind:
        | 'stranger'
        | 'no-words'
        | 'twice'
        | 'not-objected'
        | 'decided'
        | 'not-staff'
        | 'own-household'
        | 'not-told'
        | 'which-household';
    }
  | { readonly kind: 'late'; readonly at: Moment };

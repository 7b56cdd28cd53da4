import type { Moment } from '../ids';
import type { Order } from './order';
import type { Shop } from './reward';

/** Why nothing was ordered. */
export type NoOrder =
  | { readonly kind: 'too-few'; readonly points: number; readonly balance: number }
  | { readonly kind: 'none-left' }
  | { readonly kind: 'month-limit'; readonly perMonth: number };

/** Why nothing was done to an order. */
export type OrderRefusal =
  /** It was collected, lapsed or cancelled. */
  | { readonly kind: 'over'; readonly phase: Order['phase']; readonly at: Moment | null }
  /** Its code is taken elsewhere. */
  | { readonly kind: 'other-shop'; readonly shops: readonly Shop[] }
  | { readonly kind: 'not-yours' };

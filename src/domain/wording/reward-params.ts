import type { Moment, PersonId, WordsId } from '../ids';
import type { Order } from '../rewards/order';
import type { NoOrder, OrderRefusal } from '../rewards/order-refusal';
import type { Reward, Shop } from '../rewards/reward';

interface Item {
  readonly zh: string;
  readonly en: string;
}

/** An order as every message names it. */
interface Named {
  readonly number: number;
  readonly item: Item;
  readonly points: number;
}

/** What somebody has not collected yet. */
export interface OwnOrder {
  readonly number: number;
  readonly item: Item;
  readonly until: Moment;
  readonly address: WordsId | null;
}

/** What points buy: the list, the order, its code, and what shops hear. WORDING text 14 is the code. */
export interface RewardParams {
  /** `left` null: as many as are asked for. */
  'reward.list': { balance: number; rewards: readonly (Reward & { readonly left: number | null })[] };
  /** More than one thing is meant by what was typed, or none (then all are listed). */
  'reward.which': { typed: string; rewards: readonly Reward[] };
  'reward.confirm': { reward: string; person: PersonId; own: boolean; item: Item; points: number; balance: number };
  'reward.not-placed': { item: Item; person: PersonId; own: boolean; why: NoOrder };
  'reward.code': Named & {
    person: PersonId;
    by: PersonId;
    code: string;
    until: Moment;
    /** Where the code stands large and as a QR code. */
    address?: WordsId | null;
    balance: number;
    shops: readonly Shop[];
  };
  'reward.remind': Named & { code: string; until: Moment; address?: WordsId | null; shops: readonly Shop[] };
  'reward.cancelled': Named & { why: 'cancelled' | 'lapsed' };
  'reward.collected': Named & { shop: string; at: Moment };
  /** To the shop. */
  'reward.handed-out': Named & { shop: string };
  'reward.refused': Named & { why: OrderRefusal };
  /** `why`: mistyped, or nobody's. */
  'reward.code-wrong': { code: string; why: 'mistyped' | 'unknown' };
  'reward.state': Named &
    Pick<Order, 'phase' | 'code' | 'until' | 'collected'> & { own: boolean; address?: WordsId | null };
  /** To the keeper of a shop: their own page. */
  'reward.shop-page': { address: WordsId; until: Moment };
  'reward.restocked': { item: Item; pieces: number; left: number };
  'reward.not-restocked': { typed: string; rewards: readonly Reward[] };
  'reward.settlement': {
    /** "2026-11" */
    month: string;
    shops: readonly {
      readonly shop: string;
      readonly lines: readonly { readonly item: Item; readonly pieces: number; readonly points: number }[];
    }[];
  };
  /** Somebody who may not was asked for it. */
  'reward.not-yours': { what: 'collect' | 'restock' | 'settle' | 'shop' | 'proxy' };
  'reward.no-such-person': { name: string; found: number };
}

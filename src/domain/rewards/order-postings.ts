import type { AccountId } from '../points/account';
import { move, type Posting, type PostingReason } from '../points/posting';
import type { Moment } from '../ids';
import type { Order } from './order';

type Ordered = Pick<Order, 'id' | 'number' | 'person' | 'reward' | 'points' | 'counted'>;

export const stockOf = (reward: string): AccountId => `stock:${reward}`;

interface Moves {
  readonly points: readonly [from: AccountId, to: AccountId];
  readonly pieces: readonly [from: AccountId, to: AccountId];
}

/** Points and the piece move together, in one transaction; what costs nothing and is not counted moves nothing. */
const moved = (order: Ordered, step: string, at: Moment, reason: PostingReason, moves: Moves): readonly Posting[] => {
  const { id, number, points, counted } = order;
  const posting = { at, reason, number };
  return [
    ...(points > 0 ? [{ ...posting, cause: `${id}:${step}:points`, entries: move(...moves.points, points) }] : []),
    ...(counted ? [{ ...posting, cause: `${id}:${step}:piece`, entries: move(...moves.pieces, 1) }] : []),
  ];
};

const held = ({ id }: Ordered): AccountId => `held:${id}`;
const reserved = ({ id }: Ordered): AccountId => `reserved:${id}`;

/** Fails as a whole when the person's points or the shop's pieces do not reach. */
export const holdOrder = (order: Ordered, at: Moment): readonly Posting[] =>
  moved(order, 'held', at, 'held', {
    points: [`person:${order.person}`, held(order)],
    pieces: [stockOf(order.reward), reserved(order)],
  });

export const collectOrder = (order: Ordered, shop: string, at: Moment): readonly Posting[] =>
  moved(order, 'collected', at, 'redeemed', {
    points: [held(order), `redeemed:${shop}`],
    pieces: [reserved(order), `given:${order.reward}`],
  });

export const refundOrder = (order: Ordered, at: Moment): readonly Posting[] =>
  moved(order, 'refunded', at, 'refunded', {
    points: [held(order), `person:${order.person}`],
    pieces: [reserved(order), stockOf(order.reward)],
  });

/** Pieces that came in; `cause` is the message or the pack that said so. */
export const supply = (reward: string, pieces: number, cause: string, at: Moment): Posting => ({
  cause,
  at,
  reason: 'supplied',
  entries: move(`supplied:${reward}`, stockOf(reward), pieces),
});

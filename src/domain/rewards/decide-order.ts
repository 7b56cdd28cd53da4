import type { Person } from '../community/community';
import { hasRole } from '../community/may';
import { decided, refused, type Decision, type Result } from '../decision';
import type { Order } from './order';
import type { OrderContext } from './order-context';
import type { OrderEvent } from './order-event';
import { collectOrder, refundOrder } from './order-postings';
import type { OrderRefusal } from './order-refusal';
import { saysOfCancelled, saysOfCollected } from './order-says';
import { shopsOf, shopWhere } from './rewards-for';

export type OrderCommand =
  /** The shop hands it out. */
  | { readonly kind: 'collect'; readonly by: Person }
  /** Not wanted any more. */
  | { readonly kind: 'cancel'; readonly by: Person };

type Decided = Result<Decision<OrderEvent>, OrderRefusal>;

const over = ({ phase, collected }: Order): OrderRefusal => ({ kind: 'over', phase, at: collected?.at ?? null });

const collect = (order: Order, by: Person, { now, community }: OrderContext): Decided => {
  const shop = shopWhere(by, order, community);
  if (!shop) return refused({ kind: 'other-shop', shops: shopsOf(order, community) });
  if (order.phase !== 'held') return refused(over(order));
  return decided({
    events: [{ kind: 'collected', at: now, by: by.id, shop: shop.id }],
    says: saysOfCollected(order, { by: by.id, shop, now }),
    postings: collectOrder(order, shop.id, now),
  });
};

/** Whose it is, whoever ordered it, and staff when somebody asks them to. */
export const mayCancel = (order: Order, by: Person): boolean =>
  [order.person, order.by].includes(by.id) || hasRole(by, ['staff', 'director']);

const cancel = (order: Order, by: Person, { now }: OrderContext): Decided => {
  if (!mayCancel(order, by)) return refused({ kind: 'not-yours' });
  if (order.phase !== 'held') return refused(over(order));
  return decided({
    events: [{ kind: 'cancelled', at: now, by: by.id }],
    says: saysOfCancelled(order, by.id),
    postings: refundOrder(order, now),
  });
};

/** Somebody said something to an order: the decision, or why not. */
export const decideOrder = (order: Order, { kind, by }: OrderCommand, context: OrderContext): Decided =>
  kind === 'collect' ? collect(order, by, context) : cancel(order, by, context);

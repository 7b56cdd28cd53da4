import { addMinutes } from '../calendar/local-time';
import { decision, type Decision } from '../decision';
import type { Moment } from '../ids';
import type { OrderContext } from './order-context';
import type { Order } from './order';
import type { OrderEvent } from './order-event';
import { refundOrder } from './order-postings';
import { saysOfLapsed, saysOfReminder } from './order-says';

const dayMinutes = 24 * 60;

/** A day before its end; what holds for no longer than that is not reminded of. */
const reminderAt = ({ at, until, reminded }: Order): Moment | null => {
  const day = addMinutes(until, -dayMinutes);
  return reminded || day <= addMinutes(at, dayMinutes) ? null : day;
};

export const orderDue = (order: Order): Moment | null =>
  order.phase === 'held' ? (reminderAt(order) ?? order.until) : null;

/** Time passed: reminded of once, and at its end points and piece go back. */
export const tickOrder = (order: Order, { now, community }: OrderContext): Decision<OrderEvent> => {
  if (order.phase !== 'held') return decision<OrderEvent>();
  if (order.until <= now)
    return decision<OrderEvent>({
      events: [{ kind: 'lapsed', at: now }],
      says: saysOfLapsed(order, { now, community }),
      postings: refundOrder(order, now),
    });
  const reminder = reminderAt(order);
  if (reminder === null || reminder > now) return decision<OrderEvent>();
  return decision<OrderEvent>({
    events: [{ kind: 'reminded', at: now }],
    says: saysOfReminder(order, { now, community }),
  });
};

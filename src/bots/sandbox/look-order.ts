import { Order } from '../../domain/rewards/order';
import { orderDue } from '../../domain/rewards/tick-order';
import { peopleOfSandbox } from './look';
import { seenEvent, type LookTicketNeeds } from './look-ticket';

/** An order with the fields of a ticket as far as it has them. Its code is nobody's but who ordered it. */
export const seenOrder = async (stored: unknown, needs: LookTicketNeeds) => {
  const order = Order.parse(stored);
  const [events, { memberId }] = await Promise.all([needs.matters.events(order.id), peopleOfSandbox(needs)]);
  const due = orderDue(order);
  return {
    ...{ number: order.number, kind: 'order', state: order.phase, category: null },
    categoryName: { zh: order.zh, en: order.en },
    ...{ class: null, place: null, owner: null, mergedInto: null, reopenings: 0, handlers: [] },
    ...{ solved: null, satisfied: null, postings: [], dueAt: due },
    reporters: [memberId(order.person)],
    history: events.map((event) => seenEvent(event, memberId)),
    clocks: due === null ? [] : [{ at: due, what: order.reminded ? 'lapse' : 'remind', level: null }],
  };
};

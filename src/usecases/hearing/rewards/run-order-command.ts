import { decideOrder, type OrderCommand } from '../../../domain/rewards/decide-order';
import { Order } from '../../../domain/rewards/order';
import type { OrderRefusal } from '../../../domain/rewards/order-refusal';
import { foldOrder } from '../../../domain/rewards/order-event';
import type { InboundAnswer, InboundMessage, NotDone } from '../../inbound';
import type { EnginePorts } from '../../ports-of-engine';
import { runOnMatter, tried } from '../run-on-matter';

/** Why it was not done, as a page tells it. */
export const cameOfOrder = ({ kind }: OrderRefusal): NotDone => (kind === 'over' ? 'late' : 'not-theirs');

/** Does something with an order; a refusal is answered in private with what to do next. */
export const runOrderCommand = (
  ports: EnginePorts,
  inbound: InboundMessage,
  id: string,
  command: OrderCommand,
): Promise<InboundAnswer> =>
  runOnMatter(ports, inbound, { kind: 'order', id, command }, (state, seen) => {
    const order = Order.parse(state);
    const { number, zh, en, points } = order;
    return tried(decideOrder(order, command, seen), {
      number,
      fold: (events) => foldOrder(order, events),
      cameOf: cameOfOrder,
      refused: (why) => ({ wording: 'reward.refused', params: { number, item: { zh, en }, points, why } }),
    });
  });

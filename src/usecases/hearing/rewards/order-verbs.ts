import { mayCancel } from '../../../domain/rewards/decide-order';
import { Order } from '../../../domain/rewards/order';
import { shopWhere } from '../../../domain/rewards/rewards-for';
import type { InboundAnswer, InboundMessage } from '../../inbound';
import type { Stored } from '../../ports';
import type { EnginePorts } from '../../ports-of-engine';
import { answerPerson, heard } from '../answer-person';
import { sayNotFound } from '../run-ticket-command';
import type { AnchoredCommand, Setting } from '../verbs/verb-meaning';
import { runOrderCommand } from './run-order-command';

/** A verb that was said of an order: 撤回 cancels it, any other asks where it stands. */
export const handleOrder = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  typed: AnchoredCommand,
  stored: Stored<unknown>,
  { person, community }: Setting,
): Promise<InboundAnswer> => {
  const order = Order.parse(stored.state);
  const { number, zh, en, points, phase, code, until, collected, address } = order;
  const own = mayCancel(order, person);
  if (!own && !shopWhere(person, order, community)) return sayNotFound(ports, inbound, person, number);
  if (typed.verb === 'withdraw') return runOrderCommand(ports, inbound, order.id, { kind: 'cancel', by: person });
  await answerPerson(ports, inbound, {
    wording: 'reward.state',
    params: {
      ...{ number, item: { zh, en }, points, phase, code, until, collected, address },
      own: [order.person, order.by].includes(person.id),
    },
  });
  return heard(`查 #${number}`);
};

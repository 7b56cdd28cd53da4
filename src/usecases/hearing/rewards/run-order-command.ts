import { decideOrder, type OrderCommand } from '../../../domain/rewards/decide-order';
import { Order } from '../../../domain/rewards/order';
import { foldOrder } from '../../../domain/rewards/order-event';
import { commitDecision } from '../../deciding/commit-decision';
import { untilCommitted } from '../../deciding/until-committed';
import type { InboundAnswer, InboundMessage } from '../../inbound';
import type { EnginePorts } from '../../ports-of-engine';
import { answerPerson, heard, silence } from '../answer-person';

/** Loads, decides, commits; a refusal is answered in private with what to do next. */
export const runOrderCommand = (
  ports: EnginePorts,
  inbound: InboundMessage,
  id: string,
  command: OrderCommand,
): Promise<InboundAnswer> =>
  untilCommitted(`order ${id}`, async () => {
    const stored = await ports.matters.load(id);
    if (stored?.ref.kind !== 'order') return silence('这一单已经没有了');
    const order = Order.parse(stored.state);
    const { number, zh, en, points } = order;
    const community = await ports.communities.current();
    const made = decideOrder(order, command, { now: ports.clock.now().toISOString(), community });
    if (!made.ok) {
      if (await ports.matters.handled(inbound.key)) return heard('这条消息来过了，没有重复做');
      const params = { number, item: { zh, en }, points, why: made.refusal };
      await answerPerson(ports, inbound, { wording: 'reward.refused', params });
      return heard(`#${number}：${command.kind} 没有做，因为 ${made.refusal.kind}`);
    }
    const outcome = await commitDecision(
      {
        ...{ cause: inbound.key, matter: stored.ref, expectedVersion: stored.version, decision: made.value },
        ...{ state: foldOrder(order, made.value.events), words: [], photos: [] },
      },
      community,
      ports,
    );
    if (outcome.kind === 'committed') return heard(`#${number}：${command.kind}`);
    return outcome.kind === 'repeated' ? heard('这条消息来过了，没有重复做') : null;
  });

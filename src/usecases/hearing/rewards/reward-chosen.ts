import type { Person } from '../../../domain/community/community';
import type { ChoiceId } from '../../../domain/decision';
import { foldOrder } from '../../../domain/rewards/order-event';
import { heldUntil, ordersGuardId, placeOrder } from '../../../domain/rewards/place-order';
import type { Reward } from '../../../domain/rewards/reward';
import { rewardsFor } from '../../../domain/rewards/rewards-for';
import { commitDecision } from '../../deciding/commit-decision';
import { untilCommitted } from '../../deciding/until-committed';
import type { Inbound, InboundAnswer } from '../../inbound';
import type { OutboxRow } from '../../ports';
import type { EnginePorts } from '../../ports-of-engine';
import { answerPerson, heard, heardBefore } from '../answer-person';
import { freshCode } from '../fresh-code';
import { reachablePeople } from '../people/reachable-people';
import { addressOf, keepCodePage } from './keep-code-page';
import { meansOf } from './means-of';
import { mayStandFor } from './person-meant';

interface Ordering {
  readonly reward: Reward;
  readonly person: Person;
  readonly by: Person;
  /** The question that was answered: it orders once, however often it is. */
  readonly cause: string;
}

const tryOrder = async (
  ports: EnginePorts,
  inbound: Inbound,
  { reward, person, by, cause }: Ordering,
  number: number,
): Promise<InboundAnswer | null> => {
  const community = await ports.communities.current();
  const now = ports.clock.now().toISOString();
  const [ordersGuard] = await ports.matters.guards([ordersGuardId(person.id)]);
  if (!ordersGuard) throw new Error(`no guard ${ordersGuardId(person.id)}`);
  const [means, { code, guard }, told] = await Promise.all([
    meansOf(ports, person, reward),
    freshCode(ports),
    reachablePeople(ports, [by, person]),
  ]);
  const id = `order-${number}`;
  const address = addressOf(id);
  const placed = placeOrder(
    { reward, person, by, id, number, code, address },
    { ...means, now, community, ordersGuard, codeGuard: guard, told },
  );
  if (!placed.ok) {
    if (await ports.matters.handled(cause)) return heardBefore;
    const asked = { item: { zh: reward.zh, en: reward.en }, person: person.id, own: person.id === by.id };
    await answerPerson(ports, inbound, { wording: 'reward.not-placed', params: { ...asked, why: placed.refusal } });
    return heard(`兑换：没有做，因为 ${placed.refusal.kind}`);
  }
  await keepCodePage(ports, { id, person: person.id, until: heldUntil(reward, now, community), at: now });
  const outcome = await commitDecision(
    {
      ...{ cause, matter: { kind: 'order', id, number }, expectedVersion: 0, decision: placed.value },
      ...{ state: foldOrder(null, placed.value.events), words: [], photos: [] },
    },
    community,
    ports,
  );
  if (outcome.kind === 'conflict') return null;
  return outcome.kind === 'repeated' ? heardBefore : heard(`兑换：记成 #${number}`);
};

const order = async (ports: EnginePorts, inbound: Inbound, ordering: Ordering): Promise<InboundAnswer> => {
  if (await ports.matters.handled(ordering.cause)) return heard('这个问题回过了，没有重复兑');
  const number = await ports.numbers.next();
  return untilCommitted(`order ${ordering.cause}`, () => tryOrder(ports, inbound, ordering, number));
};

/** The answer to "用20分兑一份米？". Null: something else was asked. */
export const rewardChosen = async (
  ports: EnginePorts,
  inbound: Inbound,
  { id, say }: OutboxRow,
  choice: ChoiceId,
  by: Person,
): Promise<InboundAnswer | null> => {
  if (say.card !== undefined || say.wording !== 'reward.confirm') return null;
  if (choice !== 'yes') return heard('兑换：不兑');
  const community = await ports.communities.current();
  const [person] = say.params.own ? [by] : await ports.people.byIds([say.params.person]);
  const reward = person && rewardsFor(person, community).find((one) => one.id === say.params.reward);
  if (!person || !reward || (person.id !== by.id && !mayStandFor(by, person, { community }))) {
    await answerPerson(ports, inbound, { wording: 'reward.not-yours', params: { what: 'proxy' } });
    return heard('兑换：现在不能兑了');
  }
  const ordering = { reward, person, by, cause: `redeem:${id}` };
  // The pieces of one reward are one account: those who want it at once wait for each other here.
  return ports.inTurn(`reward:${reward.id}`, () => order(ports, inbound, ordering));
};

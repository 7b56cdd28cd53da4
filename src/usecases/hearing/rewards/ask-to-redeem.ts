import { whyNot } from '../../../domain/rewards/place-order';
import { rewardsMeant, type Reward } from '../../../domain/rewards/reward';
import { rewardsFor } from '../../../domain/rewards/rewards-for';
import type { Person } from '../../../domain/community/community';
import type { InboundAnswer, InboundMessage } from '../../inbound';
import type { EnginePorts } from '../../ports-of-engine';
import { answerPerson, heard } from '../answer-person';
import type { Setting } from '../verbs/verb-meaning';
import { leftOf, meansOf } from './means-of';
import { personMeant } from './person-meant';

interface Asked {
  readonly who: string | null;
  readonly typed: string;
  readonly glued: boolean;
}

const sayList = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  person: Person,
  rewards: readonly Reward[],
): Promise<InboundAnswer> => {
  const balance = await ports.ledger.balance(`person:${person.id}`);
  const listed = await Promise.all(rewards.map(async (reward) => ({ ...reward, left: await leftOf(ports, reward) })));
  await answerPerson(ports, inbound, { wording: 'reward.list', params: { balance, rewards: listed } });
  return heard('兑换：列出能兑的');
};

/** `兑`: what there is. `兑 米`: whether it is to be ordered. Null: it was no such word after all. */
export const askToRedeem = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  { who, typed, glued }: Asked,
  { person: by, community }: Setting,
): Promise<InboundAnswer | null> => {
  if (glued && rewardsMeant(typed, rewardsFor(by, community)).length === 0) return null;
  const person = await personMeant(ports, inbound, who, { person: by, community });
  if ('silent' in person) return person;
  const offered = rewardsFor(person, community);
  if (typed === '') return sayList(ports, inbound, person, offered);
  const meant = rewardsMeant(typed, offered);
  const [reward] = meant;
  if (!reward || meant.length > 1) {
    const rewards = meant.length > 0 ? meant : offered;
    await answerPerson(ports, inbound, { wording: 'reward.which', params: { typed, rewards } });
    return heard('兑换：没有说清要哪样');
  }
  const now = ports.clock.now().toISOString();
  const means = await meansOf(ports, person, reward);
  const why = whyNot({ reward, person }, means, { now, community });
  const asked = { item: { zh: reward.zh, en: reward.en }, person: person.id, own: person.id === by.id };
  if (why) {
    await answerPerson(ports, inbound, { wording: 'reward.not-placed', params: { ...asked, why } });
    return heard(`兑换：没有做，因为 ${why.kind}`);
  }
  const { balance } = means;
  await answerPerson(
    ports,
    inbound,
    { wording: 'reward.confirm', params: { ...asked, reward: reward.id, points: reward.points, balance } },
    { question: true, choices: ['yes', 'no'] },
  );
  return heard('兑换：问是不是要兑');
};

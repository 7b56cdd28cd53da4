import { Topic } from '../../domain/council/topic';
import type { SpokenOf } from '../../domain/wording/params';
import type { DeliveryPorts } from './delivery-ports';

type TalkDay = SpokenOf<'topic.talk-day'>;

/** As many topics as a card can list. */
const listed = 8;

/** What is on the list as it is when the card is said: of what groups may see. */
export const fillTalkDay = async ({ params }: TalkDay, ports: Pick<DeliveryPorts, 'matters'>): Promise<TalkDay> => {
  const found = await ports.matters.find({ kind: 'topic', open: true, limit: 50 });
  const topics = found
    .map(({ state }) => Topic.parse(state))
    .filter(({ phase, shown, loop }) => phase === 'running' && shown && loop.id === params.loop.id)
    .sort((one, other) => one.number - other.number)
    .slice(0, listed);
  // The words of a ticket's reporter were said in private; its number is enough.
  return {
    wording: 'topic.talk-day',
    params: { ...params, topics: topics.map(({ number, words, ticket }) => ({ number, words: ticket ? [] : words })) },
  };
};

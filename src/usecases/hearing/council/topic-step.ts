import type { Community, Person } from '../../../domain/community/community';
import type { Topic } from '../../../domain/council/topic';
import type { TopicCommand } from '../../../domain/council/topic-command';
import type { InboundMessage } from '../../inbound';
import type { EnginePorts } from '../../ports-of-engine';
import { idsOf, keepPhotos, keepWords, photoIds } from '../keep-parts';
import { namedEnd } from '../read-until';
import type { Documents } from '../run-ticket-command';

/** What staff heard at the door: "没解决" is no result to go on with. */
const solvedBy = (text: string): boolean | null => {
  if (/没有?解决|未解决|不行|还没好/u.test(text)) return false;
  return /解决|满意|好了/u.test(text) ? true : null;
};

/** What somebody says of the step that a topic stands at. */
export const topicStep = (
  ports: EnginePorts,
  inbound: InboundMessage,
  topic: Topic,
  text: string,
  { person, community }: { readonly person: Person; readonly community: Community },
): { readonly command: TopicCommand; readonly documents: Documents } => {
  const now = ports.clock.now().toISOString();
  const words = keepWords(ports, text, topic.id, person.id, now);
  const photos = keepPhotos(ports, inbound, topic.id);
  return {
    command: {
      ...{ kind: 'step', by: person, words: idsOf([words])[0] ?? null, photos: photoIds(photos) },
      ...{ until: namedEnd(text, now, community), solved: solvedBy(text) },
    },
    documents: { words: words ? [words] : [], photos },
  };
};

/** Why it is not to be talked over; without words staff are asked for them. */
export const topicRefused = (
  ports: EnginePorts,
  _inbound: InboundMessage,
  topic: Topic,
  text: string,
  { person }: { readonly person: Person },
): { readonly command: TopicCommand; readonly documents: Documents } => {
  const words = keepWords(ports, text, topic.id, person.id, ports.clock.now().toISOString());
  return {
    command: { kind: 'refuse', by: person, words: idsOf([words])[0] ?? null },
    documents: { words: words ? [words] : [], photos: [] },
  };
};

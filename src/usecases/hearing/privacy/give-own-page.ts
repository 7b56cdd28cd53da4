import type { Person } from '../../../domain/community/community';
import type { InboundAnswer, InboundMessage } from '../../inbound';
import { keepAddress } from '../../pages/enter';
import type { EnginePorts } from '../../ports-of-engine';
import { answerPerson, heard } from '../answer-person';

const linkDays = 7;

/** `我的网页`: an address at which this person alone sees their matters and what is kept on them. */
export const giveOwnPage = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  person: Person,
): Promise<InboundAnswer> => {
  const now = ports.clock.now();
  const until = new Date(now.getTime() + linkDays * 86_400_000).toISOString();
  await ports.links.end(person.id, 'own-ticket');
  const { id, token } = await ports.links.make({
    ...{ purpose: 'own-ticket', person: person.id, about: null, until, once: false },
  });
  const link = { path: `/my/${token}`, id };
  const address = await keepAddress(ports.words, link, person.id, now.toISOString(), ports.siteUrl());
  await answerPerson(ports, inbound, { wording: 'privacy.page', params: { address, until } });
  return heard('给了一个看自己的事和资料的链接');
};

import type { Person } from '../../../domain/community/community';
import type { InboundAnswer, InboundMessage } from '../../inbound';
import type { EnginePorts } from '../../ports-of-engine';
import { answerPerson, heard } from '../answer-person';

/** The one person of this name; an answer when there is none, or more than one. */
export const neighbourNamed = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  name: string,
): Promise<Person | InboundAnswer> => {
  const found = await ports.people.byName(name);
  const [person] = found;
  if (person && found.length === 1) return person;
  await answerPerson(ports, inbound, { wording: 'service.no-such-person', params: { name, found: found.length } });
  return heard('时间银行：没有说清是谁');
};

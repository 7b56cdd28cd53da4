import type { Person } from '../../../domain/community/community';
import type { InboundAnswer, InboundMessage } from '../../inbound';
import type { EnginePorts } from '../../ports-of-engine';
import { answerPerson, heard } from '../answer-person';

/** `找人叫我`, `找人别叫我`: whether this person is asked in private when somebody is looked for. */
export const wishToSearch = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  person: Person,
  yes: boolean,
): Promise<InboundAnswer> => {
  await ports.people.wishToSearch(person.id, yes);
  await answerPerson(ports, inbound, { wording: 'ticket.search-wish', params: { yes } });
  return heard(yes ? '找人的时候叫他' : '找人的时候不叫他');
};

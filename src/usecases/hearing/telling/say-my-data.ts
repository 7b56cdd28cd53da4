import type { Person } from '../../../domain/community/community';
import type { InboundAnswer, InboundMessage } from '../../inbound';
import type { EnginePorts } from '../../ports-of-engine';
import { answerPerson, heard } from '../answer-person';
import { ownTickets } from '../find-ticket';

/** `我的资料`: what is kept on this person, said to nobody else. */
export const sayMyData = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  person: Person,
): Promise<InboundAnswer> => {
  const [open, points] = await Promise.all([ownTickets(ports, person), ports.ledger.balance(`person:${person.id}`)]);
  await answerPerson(ports, inbound, {
    wording: 'help.my-data',
    params: {
      name: person.id,
      roles: person.roles,
      building: person.building,
      open: open.map(({ number }) => number),
      points,
    },
  });
  return heard('我的资料');
};

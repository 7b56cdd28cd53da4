import type { Person } from '../../../domain/community/community';
import { worksHere } from '../../pages/find-reader';
import type { Inbound, InboundAnswer } from '../../inbound';
import type { OutboxRow } from '../../ports';
import type { EnginePorts } from '../../ports-of-engine';
import { answerPerson, heard } from '../answer-person';

/** The answer to "is this the computer before you?". Null: it was something else that was asked. */
export const computerChosen = async (
  ports: EnginePorts,
  inbound: Inbound,
  { say }: OutboxRow,
  choice: 'yes' | 'no',
  person: Person,
): Promise<InboundAnswer | null> => {
  if (say.card !== undefined || say.wording !== 'board.computer-ask') return null;
  if (choice === 'no') {
    await answerPerson(ports, inbound, { wording: 'board.computer-out', params: {} });
    return heard('看板：不是他的电脑');
  }
  const { code, device } = say.params;
  const allowed = worksHere(person, await ports.communities.current());
  const admitted = allowed && (await ports.computers.admit(code, person.id, ports.clock.now().toISOString()));
  await answerPerson(
    ports,
    inbound,
    admitted ? { wording: 'board.computer-in', params: { device } } : { wording: 'board.computer-gone', params: {} },
  );
  return heard(admitted ? '看板：电脑登录了' : '看板：号码过期了');
};

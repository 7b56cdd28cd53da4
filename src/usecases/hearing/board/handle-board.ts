import type { Person } from '../../../domain/community/community';
import type { BoardCommand } from '../../../domain/understanding/command/read-board';
import type { InboundAnswer, InboundMessage } from '../../inbound';
import { keepAddress, makeSignInLink } from '../../pages/enter';
import { worksHere } from '../../pages/find-reader';
import type { EnginePorts } from '../../ports-of-engine';
import { answerPerson, heard } from '../answer-person';
import type { Setting } from '../verbs/verb-meaning';

/** `看板`: an address for this person alone, said in private wherever it was asked for. */
const open = async (ports: EnginePorts, inbound: InboundMessage, person: Person): Promise<InboundAnswer> => {
  const now = ports.clock.now().toISOString();
  const link = await makeSignInLink(ports, person.id, '/board');
  const address = await keepAddress(ports.words, link, person.id, now, ports.siteUrl());
  await answerPerson(ports, inbound, {
    wording: 'board.link',
    params: { name: person.id, address, until: link.until },
  });
  return heard('给了一个登录看板的链接');
};

/** `退出看板`: wherever they are signed in. */
const leave = async (ports: EnginePorts, inbound: InboundMessage, person: Person): Promise<InboundAnswer> => {
  await ports.links.end(person.id, 'sign-in');
  const sessions = await ports.sessions.endAll(person.id);
  await answerPerson(ports, inbound, { wording: 'board.signed-out', params: { sessions } });
  return heard('退出看板');
};

/** `看板 123456`: asks whether the computer that shows these digits is the one before them. */
const admit = async (ports: EnginePorts, inbound: InboundMessage, code: string): Promise<InboundAnswer> => {
  const computer = await ports.computers.byCode(code, ports.clock.now().toISOString());
  if (!computer) {
    await answerPerson(ports, inbound, { wording: 'board.computer-gone', params: {} });
    return heard('看板：没有电脑在等这个号码');
  }
  const { device, since } = computer;
  const spoken = { wording: 'board.computer-ask', params: { device, since, code } } as const;
  await answerPerson(ports, inbound, spoken, { question: true, choices: ['yes', 'no'] });
  return heard('看板：问本人是不是面前这台电脑');
};

/** Words about the board. Null: from others in a group they are talk. */
export const handleBoard = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  command: BoardCommand,
  { person, community }: Setting,
): Promise<InboundAnswer | null> => {
  if (command.said === 'leave') return leave(ports, inbound, person);
  if (!worksHere(person, community)) {
    if (inbound.chat.kind === 'group') return null;
    await answerPerson(ports, inbound, { wording: 'board.not-yours', params: {} });
    return heard('看板：不是工作人员');
  }
  return command.said === 'open' ? open(ports, inbound, person) : admit(ports, inbound, command.code);
};

import { registrars } from '../../../domain/care/care-people';
import { hasRole } from '../../../domain/community/may';
import type { TypedCommand } from '../../../domain/understanding/command/typed-command';
import type { InboundAnswer, InboundMessage } from '../../inbound';
import type { EnginePorts } from '../../ports-of-engine';
import { answerPerson, heard } from '../answer-person';
import type { Said } from '../said';
import { careFiles } from './care-files';
import { careVerbs } from './care-verbs';

/** Those who work here, and whoever sees to somebody; from others these words are plain talk. */
const isHeard = async (ports: EnginePorts, { person }: Said): Promise<boolean> =>
  hasRole(person, registrars) || (await careFiles(ports, person.id)).length > 0;

/** `台账`, `登记`, `家属`, `换色`, `看过`. Null: plain talk of somebody else, or no ledger is kept here. */
export const handleCare = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  typed: Extract<TypedCommand, { kind: 'care' }>,
  said: Said,
): Promise<InboundAnswer | null> => {
  if (!said.community.care) return null;
  const number = typed.number ?? (typed.verb === 'register' ? null : said.anchor);
  if (number === null && !(await isHeard(ports, said))) return null;
  if (inbound.chat.kind === 'group') {
    await answerPerson(ports, inbound, { wording: 'care.private-only', params: {} });
    return heard('台账里的事不在群里说');
  }
  const { person, community } = said;
  return careVerbs[typed.verb]({ ports, inbound, typed, number, person, community });
};

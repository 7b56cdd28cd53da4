import type { TypedCommand } from '../../../domain/understanding/command/typed-command';
import type { Person } from '../../../domain/community/community';
import type { InboundMessage } from '../../inbound';
import type { EnginePorts } from '../../ports-of-engine';
import { answerPerson } from '../answer-person';

/** Says itself who they are, or proves it. */
const tellsWho = (command: TypedCommand | null): boolean => command?.kind === 'self' || command?.kind === 'bind';

/**
 * A new account that bears the name of somebody who is known is told, once, how the old self is had again. It learns
 * nothing of that one: they say themselves where they live, and staff or the other account find it true.
 */
export const offerOldSelf = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  command: TypedCommand | null,
  person: Person,
): Promise<void> => {
  if (!person.guest || inbound.chat.kind !== 'private' || tellsWho(command)) return;
  const alike = await ports.people.byName(inbound.sender.name);
  if (!alike.some(({ id, guest }) => id !== person.id && !guest)) return;
  if (!(await ports.chats.once(inbound.chat.id, 'old-self'))) return;
  await answerPerson(ports, inbound, { wording: 'self.perhaps-known', params: { name: inbound.sender.name } });
};

import type { Community, Person } from '../../domain/community/community';
import type { AnchoredVerb } from '../../domain/understanding/command/command-words';
import type { Reading } from '../../domain/understanding/reading';
import type { TypedCommand } from '../../domain/understanding/command/typed-command';
import type { Inbound, InboundAnswer } from '../inbound';
import type { EnginePorts } from '../ports-of-engine';
import { answerPerson, silence } from './answer-person';

/** Words about a danger under way. */
const ofDanger: readonly AnchoredVerb[] = [
  'take-charge',
  'more-hands',
  'false-alarm',
  'danger',
  'no-danger',
  'stand-down',
  'sighting',
  'found',
  'family-called',
  'police-called',
];

/** What is never held back, whoever says it and however much they say. */
export const isUrgent = (command: TypedCommand | null, { critical }: Reading): boolean =>
  critical !== null ||
  (command?.kind === 'report' && command.critical) ||
  (command?.kind === 'anchored' && ofDanger.includes(command.verb));

/** Too much at once is answered once and then not at all. Null: it is heard. */
export const holdFlood = async (
  ports: EnginePorts,
  inbound: Inbound,
  { policy }: Community,
): Promise<InboundAnswer | null> => {
  const said = { key: inbound.key, person: inbound.sender.person, chat: inbound.chat.id };
  const most = { person: policy.mostPerMinute, chat: policy.mostPerMinuteInChat };
  const outcome = ports.floods.take(said, most, performance.now());
  if (outcome === 'taken') return null;
  if (outcome === 'first') {
    await answerPerson(ports, inbound, { wording: 'flood.slow', params: {} });
    ports.log.warn({ person: said.person, chat: said.chat }, 'somebody says more than is heard');
  }
  return { ...silence('一下子说得太多，先不听'), came: 'too-much' };
};

/** Staff do not wish to hear this person, but for danger. */
export const holdBanned = (person: Person): InboundAnswer | null =>
  person.banned ? { ...silence('这个人被拉黑了'), came: 'not-theirs' } : null;

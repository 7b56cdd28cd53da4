import type { Person } from '../../../domain/community/community';
import { hasRole } from '../../../domain/community/may';
import { handlerRoles } from '../../../domain/ticket/working/handler-roles';
import type { DutyCommand } from '../../../domain/understanding/command/read-duty';
import { readSpan } from '../../../domain/understanding/time/read-span';
import type { InboundAnswer, InboundMessage } from '../../inbound';
import type { EnginePorts } from '../../ports-of-engine';
import type { Said } from '../said';
import { colleagueNamed } from './colleague-named';
import { comeBack, nameSubstitute, setLeave } from './set-leave';
import { refuseDuty } from './refuse-duty';
import { setDuty } from './set-duty';

/** Whose duty is meant: one's own, or, for those who plan it, a colleague's. */
const whoIsMeant = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  who: string | null,
  person: Person,
): Promise<Person | InboundAnswer> => {
  if (who === null || who === person.name) return person;
  const found = await colleagueNamed(ports, who);
  if (!found) return refuseDuty(ports, inbound, { wording: 'refused.duty-person', params: { name: who } });
  return found.id === person.id || hasRole(person, ['staff', 'director'])
    ? found
    : refuseDuty(ports, inbound, { wording: 'refused.duty-role', params: {} });
};

/** `值班`, `请假`, `由 … 代`, `销假`, of those who hold an office. Null: plain talk of somebody else. */
export const handleDuty = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  command: DutyCommand,
  { person, community }: Said,
): Promise<InboundAnswer | null> => {
  if (!hasRole(person, handlerRoles)) return null;
  const asked = { ports, inbound, person, community };
  if (command.verb === 'back') return comeBack(asked);
  if (command.verb === 'substitute') return nameSubstitute(asked, command.substitute);
  const span = readSpan(command.when, inbound.at, community.calendar.timeZone);
  const needsDays = command.verb === 'leave' || command.when !== '';
  if (needsDays && !span) return refuseDuty(ports, inbound, { wording: 'refused.duty-when', params: {} });
  const target = await whoIsMeant(ports, inbound, command.who, person);
  if (!('roles' in target)) return target;
  if (command.verb === 'leave' && span) return setLeave(asked, target, span, command.substitute);
  return setDuty(asked, target, span);
};

import type { Community, Person } from '../../../domain/community/community';
import { dutyAreaOf, endOfUsualTurn } from '../../../domain/community/usual-turn';
import type { Say } from '../../../domain/decision';
import type { Span } from '../../../domain/understanding/time/read-span';
import type { InboundAnswer, InboundMessage } from '../../inbound';
import type { EnginePorts } from '../../ports-of-engine';
import { heard, sayBecauseOf } from '../answer-person';

/** What is said about duty: by whom, and in which community. */
export interface AskedOfDuty {
  readonly ports: EnginePorts;
  readonly inbound: InboundMessage;
  readonly person: Person;
  readonly community: Community;
}

/** `值班 我`, `值班 王芳 周六`: from now, or from the time named, to its end or to that of the usual turn. */
export const setDuty = async (
  { ports, inbound, person, community }: AskedOfDuty,
  target: Person,
  span: Span | null,
): Promise<InboundAnswer> => {
  const at = inbound.at;
  const { from, to } = span ?? { from: at, to: endOfUsualTurn(community, target.id, at) };
  const area = dutyAreaOf(community, target);
  await ports.people.changeDuty({
    ...{ person: target.id, area, kind: 'on-duty', from, to },
    ...{ substitute: null, at, by: person.id },
  });
  await ports.recompute();
  const spoken = { wording: 'duty.on', params: { person: target.id, area, from, to } } as const;
  const told = [...new Set([person.id, target.id])].map((who): Say => ({
    to: { person: who },
    key: 'duty.on',
    urgency: 'prompt',
    ...(inbound.chat.kind === 'group' ? { fallbackChat: inbound.chat.id } : {}),
    ...spoken,
  }));
  await sayBecauseOf(ports, inbound, told);
  return heard('值班记下了');
};

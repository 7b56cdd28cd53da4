import type { InboundAnswer, InboundMessage } from '../../inbound';
import type { EnginePorts } from '../../ports-of-engine';
import { reportMatter, type Reported } from '../reporting/report-matter';
import { spokenFor, tellSpokenFor } from './speak-for';

/** `代 妈妈 报 …`: with a link between the two, home is the old person's, and they hear of it. */
export const reportFor = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  who: string,
  reported: Reported,
): Promise<InboundAnswer> => {
  const old = await spokenFor(ports, reported.person, who);
  const answer = await reportMatter(ports, inbound, old?.building ? { ...reported, home: old.building } : reported);
  if (old) await tellSpokenFor(ports, inbound, old, reported.person);
  return answer;
};

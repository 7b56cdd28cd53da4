import type { InboundAnswer, InboundMessage } from '../../inbound';
import type { Stored } from '../../ports';
import type { EnginePorts } from '../../ports-of-engine';
import { sayNotFound } from '../run-ticket-command';
import type { AnchoredCommand, Setting } from '../verbs/verb-meaning';
import { look } from './care-verbs';

/** `查`, said of a file; the other words of tickets are none of its. */
export const lookAtCare = (
  ports: EnginePorts,
  inbound: InboundMessage,
  { verb, rest, reason }: AnchoredCommand,
  { ref }: Stored<unknown>,
  { person, community }: Setting,
): Promise<InboundAnswer> => {
  const number = ref.number ?? 0;
  const isLook = verb === 'look' || verb === 'why';
  if (!isLook || inbound.chat.kind === 'group') return sayNotFound(ports, inbound, person, number);
  const typed = { kind: 'care', verb: 'ledger', number, rest, reason } as const;
  const why = [rest, reason].filter(Boolean).join('，');
  return look({ ports, inbound, typed, number, person, community }, number, 'history', why);
};

import { Companion } from '../../../domain/pairing/companion';
import { foldCompanion } from '../../../domain/pairing/companion-event';
import { decideCompanion, servedGuardId, type CompanionCommand } from '../../../domain/pairing/decide-companion';
import type { PersonId } from '../../../domain/ids';
import type { Inbound, InboundAnswer } from '../../inbound';
import type { EnginePorts } from '../../ports-of-engine';
import { runOnMatter, tried } from '../run-on-matter';

/** Who is asked or paired with this old neighbour now; the guard is read first, so that two who ask at once are one. */
const heldBy = async (ports: EnginePorts, served: PersonId) => {
  const id = servedGuardId(served);
  const [guard = { id, version: 0, value: null }] = await ports.matters.guards([id]);
  const stored = guard.value?.matter === undefined ? null : await ports.matters.load(guard.value.matter);
  const holder = stored?.ref.kind === 'companion' ? Companion.parse(stored.state) : null;
  return { guard, takenBy: holder?.pair?.served === served ? holder.number : null };
};

/** Does something with an offer to be a companion; a refusal is answered in private with what to do next. */
export const runCompanionCommand = (
  ports: EnginePorts,
  inbound: Inbound,
  id: string,
  command: CompanionCommand,
): Promise<InboundAnswer> =>
  runOnMatter(ports, inbound, { kind: 'companion', id, command }, async (state, seen) => {
    const companion = Companion.parse(state);
    const { number } = companion;
    const held = command.kind === 'ask' ? await heldBy(ports, command.served.id) : { guard: null, takenBy: null };
    return tried(decideCompanion(companion, command, { ...seen, ...held }), {
      number,
      fold: (events) => foldCompanion(companion, events),
      refused: (why) => ({ wording: 'pairing.refused', params: { number, why } }),
    });
  });

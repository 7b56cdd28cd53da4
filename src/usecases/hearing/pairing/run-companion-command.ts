import { Companion } from '../../../domain/pairing/companion';
import { foldCompanion } from '../../../domain/pairing/companion-event';
import { decideCompanion, servedGuardId, type CompanionCommand } from '../../../domain/pairing/decide-companion';
import type { PersonId } from '../../../domain/ids';
import { commitDecision } from '../../deciding/commit-decision';
import { untilCommitted } from '../../deciding/until-committed';
import type { Inbound, InboundAnswer } from '../../inbound';
import type { EnginePorts } from '../../ports-of-engine';
import { answerPerson, heard, silence } from '../answer-person';

/** Who is asked or paired with this old neighbour now; the guard is read first, so that two who ask at once are one. */
const heldBy = async (ports: EnginePorts, served: PersonId) => {
  const id = servedGuardId(served);
  const [guard = { id, version: 0, value: null }] = await ports.matters.guards([id]);
  const stored = guard.value?.matter === undefined ? null : await ports.matters.load(guard.value.matter);
  const holder = stored?.ref.kind === 'companion' ? Companion.parse(stored.state) : null;
  return { guard, takenBy: holder?.pair?.served === served ? holder.number : null };
};

/** Loads, decides, commits; a refusal is answered in private with what to do next. */
export const runCompanionCommand = (
  ports: EnginePorts,
  inbound: Inbound,
  id: string,
  command: CompanionCommand,
): Promise<InboundAnswer> =>
  untilCommitted(`companion ${id}`, async () => {
    const held = command.kind === 'ask' ? await heldBy(ports, command.served.id) : { guard: null, takenBy: null };
    const stored = await ports.matters.load(id);
    if (stored?.ref.kind !== 'companion') return silence('这件事已经没有了');
    const companion = Companion.parse(stored.state);
    const { number } = companion;
    const community = await ports.communities.current();
    const made = decideCompanion(companion, command, { now: ports.clock.now().toISOString(), community, ...held });
    if (!made.ok) {
      if (await ports.matters.handled(inbound.key)) return heard('这条消息来过了，没有重复做');
      await answerPerson(ports, inbound, { wording: 'pairing.refused', params: { number, why: made.refusal } });
      return heard(`#${number}：${command.kind} 没有做，因为 ${made.refusal.kind}`);
    }
    const outcome = await commitDecision(
      {
        ...{ cause: inbound.key, matter: stored.ref, expectedVersion: stored.version, decision: made.value },
        ...{ state: foldCompanion(companion, made.value.events), words: [], photos: [] },
      },
      community,
      ports,
    );
    if (outcome.kind === 'committed') return heard(`#${number}：${command.kind}`);
    return outcome.kind === 'repeated' ? heard('这条消息来过了，没有重复做') : null;
  });

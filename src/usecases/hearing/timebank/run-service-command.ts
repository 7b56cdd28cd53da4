import { decideService, guardsOfService, type ServiceCommand } from '../../../domain/timebank/confirm-service';
import { Service } from '../../../domain/timebank/service';
import { foldService } from '../../../domain/timebank/service-event';
import { readGuards } from '../../deciding/read-guards';
import { commitDecision } from '../../deciding/commit-decision';
import { untilCommitted } from '../../deciding/until-committed';
import type { Inbound, InboundAnswer } from '../../inbound';
import type { EnginePorts } from '../../ports-of-engine';
import { answerPerson, heard, silence } from '../answer-person';

/** Loads, decides, commits; a refusal is answered in private with what to do next. */
export const runServiceCommand = (
  ports: EnginePorts,
  inbound: Inbound,
  id: string,
  command: ServiceCommand,
): Promise<InboundAnswer> =>
  untilCommitted(`service ${id}`, async () => {
    const stored = await ports.matters.load(id);
    if (stored?.ref.kind !== 'service') return silence('这件事已经没有了');
    const service = Service.parse(stored.state);
    const { number } = service;
    const community = await ports.communities.current();
    const now = ports.clock.now().toISOString();
    const guards = await readGuards(ports, guardsOfService(service, { now, community }), community);
    const made = decideService(service, command, {
      ...{ now, community },
      guard: (wanted) => guards.find((one) => one.id === wanted) ?? { id: wanted, version: 0, value: null },
    });
    if (!made.ok) {
      if (await ports.matters.handled(inbound.key)) return heard('这条消息来过了，没有重复做');
      await answerPerson(ports, inbound, { wording: 'service.refused', params: { number, why: made.refusal } });
      return heard(`#${number}：${command.kind} 没有做，因为 ${made.refusal.kind}`);
    }
    const outcome = await commitDecision(
      {
        ...{ cause: inbound.key, matter: stored.ref, expectedVersion: stored.version, decision: made.value },
        ...{ state: foldService(service, made.value.events), words: [], photos: [] },
      },
      community,
      ports,
    );
    if (outcome.kind === 'committed') return heard(`#${number}：${command.kind}`);
    return outcome.kind === 'repeated' ? heard('这条消息来过了，没有重复做') : null;
  });

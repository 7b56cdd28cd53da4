import { decideService, guardsOfService, type ServiceCommand } from '../../../domain/timebank/confirm-service';
import { Service } from '../../../domain/timebank/service';
import { foldService } from '../../../domain/timebank/service-event';
import { readGuards } from '../../deciding/read-guards';
import type { Inbound, InboundAnswer } from '../../inbound';
import type { EnginePorts } from '../../ports-of-engine';
import { guardIn, runOnMatter, tried } from '../run-on-matter';

/** Does something with hours that were noted; a refusal is answered in private with what to do next. */
export const runServiceCommand = (
  ports: EnginePorts,
  inbound: Inbound,
  id: string,
  command: ServiceCommand,
): Promise<InboundAnswer> =>
  runOnMatter(ports, inbound, { kind: 'service', id, command }, async (state, seen) => {
    const service = Service.parse(state);
    const { number } = service;
    const guards = await readGuards(ports, guardsOfService(service, seen), seen.community);
    return tried(decideService(service, command, { ...seen, guard: guardIn(guards) }), {
      number,
      fold: (events) => foldService(service, events),
      refused: (why) => ({ wording: 'service.refused', params: { number, why } }),
    });
  });

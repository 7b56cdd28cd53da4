import type { ServiceCommand } from '../../../domain/timebank/confirm-service';
import { Service } from '../../../domain/timebank/service';
import type { InboundAnswer, InboundMessage } from '../../inbound';
import type { Stored } from '../../ports';
import type { EnginePorts } from '../../ports-of-engine';
import { answerPerson, heard } from '../answer-person';
import { sayNotFound } from '../run-ticket-command';
import type { AnchoredCommand, Setting } from '../verbs/verb-meaning';
import { runServiceCommand } from './run-service-command';

const commands: Partial<Record<AnchoredCommand['verb'], ServiceCommand['kind']>> = {
  pass: 'confirm',
  'send-back': 'decline',
  withdraw: 'withdraw',
};

/** A verb that was said of hours served: 通过, 驳回 and 撤回 decide on them, any other asks where they stand. */
export const handleServiceVerb = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  { verb }: AnchoredCommand,
  stored: Stored<unknown>,
  { person }: Setting,
): Promise<InboundAnswer> => {
  const { id, number, helper, served, minutes, day, phase, asked, points } = Service.parse(stored.state);
  if (![helper, served, ...asked].includes(person.id)) return sayNotFound(ports, inbound, person, number);
  const command = commands[verb];
  if (command) return runServiceCommand(ports, inbound, id, { kind: command, by: person });
  const params = { number, helper, served, minutes, day, phase, asked, points };
  await answerPerson(ports, inbound, { wording: 'service.state', params });
  return heard(`查 #${number}`);
};

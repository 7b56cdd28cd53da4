import type { TypedCommand } from '../../../domain/understanding/command/typed-command';
import type { InboundAnswer, InboundMessage } from '../../inbound';
import type { EnginePorts } from '../../ports-of-engine';
import type { Setting } from '../verbs/verb-meaning';
import { linkHead } from './link-head';
import { listPaperCards } from './list-paper-cards';
import { markHousehold } from './mark-household';
import { objectToMarks } from './object-to-marks';
import { openRoundNow } from './open-round';
import { ruleObjection } from './rule-objection';
import { sayHouseholdAccount } from './say-household-account';
import { nameHousehold, sayPlaques } from './say-plaques';
import { sayProgress } from './say-progress';

type RoundCommand = Extract<TypedCommand, { kind: 'round' }>;

/** Words of the household round. Null: the pack has none, and they are plain talk. */
export const handleRound = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  { said, text }: RoundCommand,
  { person, community }: Setting,
): Promise<InboundAnswer | null> => {
  const policy = community.rounds;
  if (policy === null) return null;
  const setting = { person, community, policy };
  switch (said.verb) {
    case 'mark':
      return text === '' ? sayProgress(ports, inbound, setting) : markHousehold(ports, inbound, text, setting);
    case 'object':
      return objectToMarks(ports, inbound, text, setting);
    case 'change':
    case 'uphold':
      return ruleObjection(ports, inbound, { text, changes: said.verb === 'change' }, setting);
    case 'account':
      return sayHouseholdAccount(ports, inbound, setting);
    case 'honours':
    case 'publish':
      return sayPlaques(ports, inbound, { publish: said.verb === 'publish', lastMonth: said.lastMonth }, setting);
    case 'name':
      return nameHousehold(ports, inbound, said.name, setting);
    case 'open':
      return openRoundNow(ports, inbound, setting);
    case 'paper':
      return listPaperCards(ports, inbound, text, setting);
    case 'link':
      return linkHead(ports, inbound, text, setting);
  }
};

import type { SelfCommand } from '../../../domain/understanding/command/read-self';
import type { InboundAnswer, InboundMessage } from '../../inbound';
import type { EnginePorts } from '../../ports-of-engine';
import type { Said } from '../said';
import { banPerson } from './ban-person';
import { sayOwnCode } from './change-account';
import { claimHome, claimSelf } from './claim-self';
import { askToSpeakFor, speakNoMore } from './speak-for';
import { setLanguage } from './set-language';
import { askToPart } from './part-selves';

/** What somebody says of who they are. */
export const handleSelf = (
  ports: EnginePorts,
  inbound: InboundMessage,
  command: SelfCommand,
  said: Said,
): Promise<InboundAnswer | null> => {
  switch (command.verb) {
    case 'change':
      return sayOwnCode(ports, inbound, said.person);
    case 'claim':
      return claimSelf(ports, inbound, command, said);
    case 'home':
      return claimHome(ports, inbound, command.home, said);
    case 'speak-for':
      return askToSpeakFor(ports, inbound, command.name, said);
    case 'speak-no-more':
      return speakNoMore(ports, inbound, command.name, said.person);
    case 'ban':
    case 'lift':
      return banPerson(ports, inbound, command, said.person);
    case 'language':
      return setLanguage(ports, inbound, command.language, said.person);
    case 'part':
      return askToPart(ports, inbound, command.name, said.person);
  }
};

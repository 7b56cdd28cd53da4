import type { FoundService } from '../../../domain/understanding/command/read-service';
import type { InboundAnswer, InboundMessage } from '../../inbound';
import type { EnginePorts } from '../../ports-of-engine';
import type { Setting } from '../verbs/verb-meaning';
import { giveCard } from './give-card';
import { askHowLong, logHours } from './log-hours';
import { moveHours } from './move-hours';

/** Words of the time bank. Null: they are plain talk after all. */
export const handleService = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  said: FoundService,
  setting: Setting,
): Promise<InboundAnswer | null> => {
  switch (said.verb) {
    case 'untimed':
      return askHowLong(ports, inbound, said.who);
    case 'log':
      return logHours(ports, inbound, said, setting);
    case 'card':
      return giveCard(ports, inbound, said.who, setting);
    case 'keep':
    case 'take':
    case 'donate':
      return moveHours(ports, inbound, { kind: said.verb, who: null, minutes: said.minutes }, setting);
    case 'give':
    case 'grant':
      return moveHours(ports, inbound, { kind: said.verb, who: said.who, minutes: said.minutes }, setting);
  }
};

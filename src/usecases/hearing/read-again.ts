import type { Community } from '../../domain/community/community';
import type { Reading } from '../../domain/understanding/reading';
import type { InboundMessage } from '../inbound';
import type { EnginePorts } from '../ports-of-engine';
import { utteranceOf, type Said } from './said';

/** What no group may see is not shown outside the house either. */
const isConfidential = (reading: Reading, { categories }: Community): boolean => {
  const best = categories.find(({ id }) => id === reading.category[0]?.id);
  return best?.card === 'never' || best?.desk === 'directors';
};

/** The second reader is asked with the pack's leave only, and never while somebody may be in danger. */
export const readAgain = (
  ports: EnginePorts,
  inbound: InboundMessage,
  { text, community }: Said,
  reading: Reading,
): Promise<Reading> =>
  !community.policy.outsideReaders || reading.critical || text === '' || isConfidential(reading, community)
    ? Promise.resolve(reading)
    : ports.secondReader.read(utteranceOf(inbound, text), reading, community.categories);

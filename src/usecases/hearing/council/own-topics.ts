import type { Person } from '../../../domain/community/community';
import { Topic } from '../../../domain/council/topic';
import type { EnginePorts } from '../../ports-of-engine';

/** As many as a message can list. */
const listed = 8;

/** Open topics that the person proposed or whose step is theirs, the newest first. */
export const openTopicsOf = async (ports: EnginePorts, person: Person): Promise<readonly Topic[]> => {
  const found = await ports.matters.find({ kind: 'topic', person: person.id, open: true, limit: listed });
  return found.map(({ state }) => Topic.parse(state));
};

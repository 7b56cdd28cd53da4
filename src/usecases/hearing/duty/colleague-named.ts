import type { Person } from '../../../domain/community/community';
import { hasRole } from '../../../domain/community/may';
import { handlerRoles } from '../../../domain/ticket/working/handler-roles';
import type { EnginePorts } from '../../ports-of-engine';

/** The one colleague of this name; null when there is none, or when two could be meant. */
export const colleagueNamed = async (ports: EnginePorts, name: string): Promise<Person | null> => {
  const found = (await ports.people.byName(name)).filter((person) => hasRole(person, handlerRoles));
  return found.length === 1 ? (found[0] ?? null) : null;
};

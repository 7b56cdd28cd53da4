import type { Person } from '../../../domain/community/community';
import { deskAtHead } from '../../../domain/community/desk';
import type { AreaId } from '../../../domain/ids';
import { besideOf } from '../../../domain/ticket/dispatching/give-to-desk';
import type { Asked } from './verb-meaning';

export interface Beside {
  readonly desk: AreaId;
  /** Set where one of its people was named, and not the desk. */
  readonly person: Person | null;
}

/** The desk beside the ladder that is called so, or at which the one person of this name is; null: none. */
export const besideNamed = async ({ ports, community, ticket }: Asked, name: string): Promise<Beside | null> => {
  const named = deskAtHead(name, community, ticket.place.area);
  if (named && community.desks.some(({ id }) => id === named.id)) return { desk: named.id, person: null };
  const [person, another] = (await ports.people.byName(name)).filter(({ id }) => besideOf(id, community) !== null);
  const desk = person && !another ? besideOf(person.id, community) : null;
  return person && desk !== null ? { desk, person } : null;
};

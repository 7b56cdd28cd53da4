import { Companion } from '../../../domain/pairing/companion';
import type { Person } from '../../../domain/community/community';
import type { PersonId } from '../../../domain/ids';
import type { EnginePorts } from '../../ports-of-engine';
import { reachablePeople } from '../people/reachable-people';

/** More offers than one community has. */
const most = 2_000;

/** One offer a person, found by the person. */
export const companionId = (person: PersonId): string => `companion-${person}`;

export const companionOf = async (ports: EnginePorts, person: PersonId): Promise<Companion | null> => {
  const stored = await ports.matters.load(companionId(person));
  return stored?.ref.kind === 'companion' ? Companion.parse(stored.state) : null;
};

/** Those who offered, are free, and can be written to: who was erased or left cannot. */
export const freeCompanions = async (ports: EnginePorts, served: Person): Promise<readonly Companion[]> => {
  const found = await ports.matters.find({ kind: 'companion', open: true, limit: most });
  const free = found
    .map(({ state }) => Companion.parse(state))
    .filter(({ person, willing, pair }) => willing && pair === null && person !== served.id);
  const people = await ports.people.byIds(free.map(({ person }) => person));
  const reachable = await reachablePeople(ports, people);
  return free.filter(({ person }) => reachable.includes(person));
};

/** The pairs and questions that somebody has a part in. */
export const companionsWith = async (ports: EnginePorts, person: PersonId): Promise<readonly Companion[]> => {
  const found = await ports.matters.find({ kind: 'companion', open: true, person, limit: most });
  return found.map(({ state }) => Companion.parse(state)).filter(({ pair }) => pair !== null);
};

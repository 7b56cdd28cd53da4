import type { AreaId, Moment, PersonId } from '../ids';
import { actingFor } from './absence';
import { communityArea, gridOf, isWithin, streetArea } from './area-tree';
import type { Area, Community, Desk, DeskKind, Person } from './community';
import { gridWorkersFor, staffFor, streetOfficeFor } from './responsible';

type Desks = Pick<Community, 'desks' | 'areas'>;

/** A desk that can be asked, by a name that people call it. */
export interface NamedDesk {
  readonly id: AreaId;
  readonly name: string;
}

interface Called extends NamedDesk {
  /** What it answers for. */
  readonly area: AreaId;
}

const usualNames: Partial<Readonly<Record<Area['kind'], readonly string[]>>> = {
  grid: [],
  community: ['社区'],
  street: ['街道'],
};

const everyName = ({ desks, areas }: Desks): readonly Called[] => [
  ...desks.flatMap(({ id, name, aliases, area }) => [name, ...aliases].map((each) => ({ id, area, name: each }))),
  ...areas.flatMap(({ id, name, aliases, kind }) => {
    const usual = usualNames[kind];
    return usual ? [name, ...aliases, ...usual].map((each) => ({ id, area: id, name: each })) : [];
  }),
];

/**
 * The desk whose name the words begin with, the longest name first: where several are called so (each grid has its
 * Party branch), the one that answers for the place. Null: none does.
 */
export const deskAtHead = (words: string, community: Desks, place: AreaId | null = null): NamedDesk | null => {
  const isHere = ({ area }: Called): boolean => isWithin(community, place, area);
  const [found] = everyName(community)
    .filter(({ name }) => words.startsWith(name))
    .sort((one, other) => other.name.length - one.name.length || Number(isHere(other)) - Number(isHere(one)));
  return found ? { id: found.id, name: found.name } : null;
};

/** The desks of a kind that answer for a place, the nearest first. */
export const desksFor = (community: Desks, kind: DeskKind, place: AreaId | null): readonly Desk[] => {
  const wide = place ?? communityArea(community)?.id ?? null;
  const depth = ({ area }: Desk): number => community.areas.filter(({ id }) => isWithin(community, area, id)).length;
  return community.desks
    .filter((desk) => desk.kind === kind && isWithin(community, wide, desk.area))
    .sort((one, other) => depth(other) - depth(one));
};

/** Who is at a desk now: whoever is away is replaced by who stands in. Somebody of a firm may have no office here. */
export const peopleAtDesk = (desk: AreaId, community: Community, at: Moment): readonly PersonId[] => {
  const own = community.desks.find(({ id }) => id === desk);
  if (own) {
    const acting = own.people.map((id) => {
      const officer = community.officers.find((each) => each.id === id);
      return officer ? (actingFor(community, officer, at)?.id ?? null) : id;
    });
    return [...new Set(acting.filter((id) => id !== null))];
  }
  const people =
    desk === streetArea(community)?.id
      ? streetOfficeFor(community, at)
      : desk === communityArea(community)?.id
        ? staffFor(community, desk, at)
        : gridWorkersFor(community, desk, at);
  return [...new Set(people.map(({ id }) => id))];
};

/** The desk that residents are told of instead of this person. */
export const deskOfPerson = (person: Person, community: Community): AreaId | null => {
  const own = community.desks.find(({ people }) => people.includes(person.id));
  const office = person.roles.find(({ role }) => role !== 'resident' && role !== 'rider' && role !== 'volunteer');
  return own?.id ?? (office ? (gridOf(community, office.area)?.id ?? office.area) : null);
};

import type { Desk } from '../../domain/community/community';
import { calendarAt, calendarWith } from './pack-areas';
import type { PackFault } from './pack-error';
import type { PackDesk, PackFile } from './pack-schema';
import { duplicates, unknown } from './usual-faults';

type Needs = Pick<PackFile, 'areas' | 'calendar' | 'desks'>;

const areaOf = (desk: PackDesk, { areas }: Pick<PackFile, 'areas'>): PackFile['areas'][number] | undefined =>
  areas.find(({ id, kind }) => (desk.in === undefined ? kind === 'community' : id === desk.in));

const deskOf = (desk: PackDesk, file: Needs): Desk => {
  const area = areaOf(desk, file);
  const around = area ? calendarAt(area, file) : file.calendar;
  return {
    id: desk.id,
    kind: desk.kind,
    name: desk.name,
    aliases: desk.aliases,
    area: area?.id ?? '',
    people: desk.people,
    ...(desk.calendar ? { calendar: calendarWith(around, desk.calendar) } : {}),
  };
};

/** The desks of a pack; one that keeps its own hours has its whole calendar. */
export const desksOf = (file: Needs): readonly Desk[] => file.desks.map((desk) => deskOf(desk, file));

type Named = { readonly name: string; readonly aliases: readonly string[] };

/**
 * Desks are asked for by name like the grids, the community and the street, so no name stands for two of them; only
 * desks of different areas may share one, as the Party branches of grids do: then the place says which is meant.
 */
const nameFaults = ({ desks, areas }: Pick<PackFile, 'desks' | 'areas'>): readonly PackFault[] => {
  const namesOf = ({ name, aliases }: Named): readonly string[] => [name, ...aliases];
  const taken = areas.filter(({ kind }) => kind === 'grid' || kind === 'community' || kind === 'street');
  return desks.flatMap((desk, index) => {
    const before = [...taken, ...desks.slice(0, index).filter((other) => other.in === desk.in)].flatMap(namesOf);
    return namesOf(desk)
      .filter((name) => before.includes(name))
      .map((name) => ({
        at: ['desks', index],
        what: `the name "${name}" is another desk's of the same area, or an area's`,
        expected: 'names and aliases of its own',
      }));
  });
};

/** Desks and areas are kept alike, so no id stands for two of them. */
const idFaults = ({ desks, areas }: Pick<PackFile, 'desks' | 'areas'>): readonly PackFault[] =>
  duplicates('desk', [
    ...areas.map(({ id }) => ({ value: id, at: [] })),
    ...desks.map(({ id }, index) => ({ value: id, at: ['desks', index, 'id'] })),
  ]).filter(({ at }) => at.length > 0);

export const deskFaults = (file: Pick<PackFile, 'desks' | 'areas' | 'people'>): readonly PackFault[] => {
  const areas = file.areas.map(({ id }) => id);
  const people = file.people.map(({ id }) => id);
  return [
    ...idFaults(file),
    ...nameFaults(file),
    ...file.desks.flatMap((desk, index) => [
      ...(desk.in === undefined ? [] : unknown('area', desk.in, ['desks', index, 'in'], areas)),
      ...desk.people.flatMap((person, position) =>
        unknown('person', person, ['desks', index, 'people', position], people),
      ),
    ]),
  ];
};

import { householdId, householdNumber, type Household } from '../../domain/rounds/household';
import { mostMarks } from '../../domain/rounds/round-policy';
import type { PackFault } from './pack-error';
import type { PackFile } from './pack-schema';
import { duplicates, idsTwice, unknown } from './usual-faults';

type Needs = Pick<PackFile, 'households' | 'people'>;

export const householdsOf = ({ households, people }: Needs): readonly Household[] =>
  households.map(({ village, number, head, person, members, address, card }) => {
    const own = householdNumber(number) ?? number;
    return {
      ...{ id: householdId(village, own), village, number: own, address: address ?? null },
      head: head ?? people.find(({ id }) => id === person)?.name ?? own,
      headPerson: person ?? null,
      members,
      card: card ?? (person === undefined ? 'paper' : 'chat'),
      honourName: null,
    };
  });

const householdFaults = ({ households, people, areas }: PackFile): readonly PackFault[] => {
  const villages = areas.map(({ id }) => id);
  const known = people.map(({ id }) => id);
  return [
    ...duplicates(
      'household',
      households.map(({ village, number }, index) => ({
        value: householdId(village, householdNumber(number) ?? number),
        at: ['households', index, 'number'],
      })),
    ),
    ...households.flatMap(({ village, person, members }, index) => [
      ...unknown('area', village, ['households', index, 'village'], villages),
      ...(person === undefined ? [] : unknown('person', person, ['households', index, 'person'], known)),
      ...members.flatMap((member, at) => unknown('person', member, ['households', index, 'members', at], known)),
    ]),
  ];
};

/** Teams of people and villages that there are, a village once; a plaque that somebody can get. */
export const roundFaults = (file: PackFile): readonly PackFault[] => {
  const { rounds, people, areas } = file;
  if (!rounds) return householdFaults(file);
  const known = people.map(({ id }) => id);
  const villages = areas.map(({ id }) => id);
  const most = mostMarks(rounds);
  return [
    ...householdFaults(file),
    ...idsTwice('item', 'rounds', rounds.items),
    ...duplicates(
      'village',
      rounds.teams.map(({ village }, index) => ({ value: village, at: ['rounds', 'teams', index, 'village'] })),
    ),
    ...rounds.teams.flatMap(({ village, inspectors, captain }, index) => [
      ...unknown('area', village, ['rounds', 'teams', index, 'village'], villages),
      ...inspectors.flatMap((person, at) =>
        unknown('person', person, ['rounds', 'teams', index, 'inspectors', at], known),
      ),
      ...(captain === undefined ? [] : unknown('person', captain, ['rounds', 'teams', index, 'captain'], known)),
    ]),
    ...(rounds.plaque.from <= most
      ? []
      : [
          {
            at: ['rounds', 'plaque', 'from'],
            what: `no household can have ${rounds.plaque.from} marks`,
            expected: `at most ${most}, the marks of all items together`,
          },
        ]),
  ];
};

import { momentOfLocal, plusDays } from '../../domain/calendar/local-time';
import { standInFor } from '../../domain/community/absence';
import type { DutyChange, Substitute } from '../../domain/community/community';
import type { Moment, PersonId } from '../../domain/ids';
import type { PackFault } from './pack-error';
import type { PackFile } from './pack-schema';

const neverLeft = '9999-12-31T00:00:00.000Z';

/** Who stands in for whom; both days of a planned absence belong to it. */
export const substitutesOf = ({
  substitutes,
  calendar: { timeZone },
}: Pick<PackFile, 'substitutes' | 'calendar'>): readonly Substitute[] =>
  substitutes.map(({ person, by, from, to }) => ({
    person,
    by,
    during:
      from === undefined || to === undefined
        ? null
        : {
            from: momentOfLocal(from, '00:00', timeZone),
            to: momentOfLocal(plusDays(to, 1), '00:00', timeZone),
          },
  }));

/** As if these people were away at that moment: then chains of the pack show where they lead. */
const awayThen = (person: PersonId, at: Moment): DutyChange => ({
  ...{ person, area: '', kind: 'absent', substitute: null, at, by: person },
  ...{ from: at, to: neverLeft },
});

/** The circle, from the person that the entry names back to the same person. */
const circleOf = (
  { person }: Substitute,
  substitutes: readonly Substitute[],
  at: Moment,
): readonly PersonId[] | null => {
  const everybody = [...new Set(substitutes.map((each) => each.person))];
  const away = { substitutes, dutyChanges: everybody.map((each) => awayThen(each, at)) };
  const { chain, isCircle } = standInFor(away, person, at);
  return isCircle && chain.at(-1) === person ? chain : null;
};

/** Standing in for each other in a circle leaves nobody, whoever of them is away. */
const circleFaults = (file: PackFile): readonly PackFault[] => {
  const substitutes = substitutesOf(file);
  const moments = ['', ...substitutes.flatMap(({ during }) => during?.from ?? [])];
  const told = new Set<string>();
  return substitutes.flatMap((each, index) => {
    const circle = moments.map((at) => circleOf(each, substitutes, at)).find((found) => found !== null);
    const name = circle && [...new Set(circle)].sort().join(' ');
    if (!circle || !name || told.has(name)) return [];
    told.add(name);
    return [
      {
        at: ['substitutes', index, 'by'],
        what: `people stand in for each other in a circle: ${circle.join(' → ')}`,
        expected: 'somebody outside the circle at one place of it, so that each chain ends with somebody who is there',
      },
    ];
  });
};

const officerFault = ({ people }: PackFile, id: string, at: readonly PropertyKey[]): readonly PackFault[] => {
  const found = people.find((person) => person.id === id);
  const known = people.filter(
    ({ roles }) => roles['grid-worker'] ?? roles['grid-leader'] ?? roles.staff ?? roles.director,
  );
  return found && known.includes(found)
    ? []
    : [
        {
          at,
          what: found ? `"${id}" has no office to stand in` : `unknown person "${id}"`,
          expected: `one of ${known.map((person) => person.id).join(', ')}`,
        },
      ];
};

/** What is wrong with who stands in for whom. */
export const substituteFaults = (file: PackFile): readonly PackFault[] => {
  const faults = file.substitutes.flatMap(({ person, by, from, to }, index) => {
    const at = ['substitutes', index];
    const halfDated = (from === undefined) !== (to === undefined);
    return [
      ...officerFault(file, person, [...at, 'person']),
      ...officerFault(file, by, [...at, 'by']),
      ...(halfDated ? [{ at, what: `one day without the other`, expected: 'both "from" and "to", or neither' }] : []),
      ...(from !== undefined && to !== undefined && from > to
        ? [{ at: [...at, 'to'], what: `"to" is before "from"`, expected: 'the last day of the absence' }]
        : []),
    ];
  });
  return faults.length > 0 ? faults : circleFaults(file);
};

import { buildingKey } from '../../domain/community/area-tree';
import { areaKinds } from '../../domain/community/community';
import { careFaults } from './care-faults';
import { deskFaults } from './pack-desks';
import { roundFaults } from './pack-households';
import type { PackFault } from './pack-error';
import type { PackArea, PackFile } from './pack-schema';
import { substituteFaults } from './pack-substitutes';
import { duplicates, idsTwice, unknown } from './usual-faults';

const isCircular = (area: PackArea, areas: readonly PackArea[]): boolean => {
  const seen = new Set<string>();
  let next: PackArea | undefined = area;
  while (next) {
    if (seen.has(next.id)) return next.id === area.id;
    seen.add(next.id);
    const parent: string | undefined = next.in;
    next = areas.find(({ id }) => id === parent);
  }
  return false;
};

const rank = (area: PackArea): number => areaKinds.indexOf(area.kind);

const areaFaults = (area: PackArea, index: number, areas: readonly PackArea[]): readonly PackFault[] => {
  const at = ['areas', index, 'in'];
  if (area.in === undefined) {
    const top = area.kind === 'street' || (area.kind === 'community' && !areas.some(({ kind }) => kind === 'street'));
    return top
      ? []
      : [{ at: ['areas', index], what: `"${area.id}" lies in no area`, expected: '"in" with the area around it' }];
  }
  const parent = areas.find(({ id }) => id === area.in);
  if (!parent)
    return unknown(
      'area',
      area.in,
      at,
      areas.map(({ id }) => id),
    );
  if (isCircular(area, areas))
    return [{ at, what: `"${area.id}" lies in itself, by way of "${area.in}"`, expected: 'a tree without circles' }];
  return rank(parent) < rank(area)
    ? []
    : [
        {
          at,
          what: `a ${area.kind} cannot lie in a ${parent.kind} ("${parent.id}")`,
          expected: `a ${areaKinds.slice(0, rank(area)).join(', ') || 'place of its own'}`,
        },
      ];
};

const treeFaults = ({ areas }: PackFile): readonly PackFault[] => {
  const kinds = (wanted: PackArea['kind']): readonly number[] =>
    areas.flatMap(({ kind }, index) => (kind === wanted ? [index] : []));
  const [communities, streets] = [kinds('community'), kinds('street')];
  return [
    ...idsTwice('area', 'areas', areas),
    ...areas.flatMap((area, index) => areaFaults(area, index, areas)),
    ...(communities.length === 0
      ? [{ at: ['areas'], what: 'no area of kind community', expected: 'exactly one' }]
      : []),
    ...[...communities.slice(1), ...streets.slice(1)].map((index) => ({
      at: ['areas', index],
      what: `a second ${areas[index]?.kind ?? 'area'}`,
      expected: 'one community, in at most one street, in a pack',
    })),
    ...duplicates(
      'building',
      areas.flatMap((area, index) =>
        area.kind === 'building'
          ? [...new Set([area.name, ...area.aliases].map(buildingKey))].map((value) => ({
              value,
              at: ['areas', index, 'name'],
            }))
          : [],
      ),
    ),
  ];
};

const peopleFaults = ({ people, areas }: PackFile): readonly PackFault[] => {
  const known = areas.map(({ id }) => id);
  const homes = areas.filter(({ kind }) => ['building', 'place', 'unit'].includes(kind)).map(({ id }) => id);
  const desks = people.some(({ roles }) => roles.staff ?? roles.director);
  return [
    ...idsTwice('person', 'people', people),
    ...people.flatMap(({ building }, index) =>
      building === undefined ? [] : unknown('building', building, ['people', index, 'building'], homes),
    ),
    ...people.flatMap(({ roles }, index) =>
      Object.entries(roles).flatMap(([role, granted]) =>
        granted.flatMap((area, position) => unknown('area', area, ['people', index, 'roles', role, position], known)),
      ),
    ),
    ...(desks
      ? []
      : [
          {
            at: ['people'],
            what: 'nobody is staff or director',
            expected: 'at least one, so that every matter finds a desk',
          },
        ]),
  ];
};

const dutyFaults = ({ duty, people, areas }: PackFile): readonly PackFault[] =>
  duty.flatMap(({ person, area }, index) => {
    const at = ['duty', index, 'person'];
    const found = people.find(({ id }) => id === person);
    const officer =
      found && Object.keys(found.roles).some((role) => !['resident', 'rider', 'volunteer'].includes(role));
    return [
      ...unknown(
        'person',
        person,
        at,
        people.map(({ id }) => id),
      ),
      ...(found && !officer
        ? [
            {
              at,
              what: `"${person}" is on duty without an office`,
              expected: 'somebody with a role such as grid-worker or staff',
            },
          ]
        : []),
      ...unknown(
        'area',
        area,
        ['duty', index, 'area'],
        areas.map(({ id }) => id),
      ),
    ];
  });

const groupFaults = ({ groups, people, areas }: PackFile): readonly PackFault[] => [
  ...idsTwice('group', 'groups', groups),
  ...groups.flatMap(({ area, members }, index) => [
    ...unknown(
      'area',
      area,
      ['groups', index, 'area'],
      areas.map(({ id }) => id),
    ),
    ...members.flatMap((member, position) =>
      unknown(
        'person',
        member,
        ['groups', index, 'members', position],
        people.map(({ id }) => id),
      ),
    ),
    ...duplicates(
      'member',
      members.map((value, position) => ({ value, at: ['groups', index, 'members', position] })),
    ),
  ]),
];

const platformFaults = (pack: PackFile): readonly PackFault[] =>
  (['telegram', 'wechat'] as const).flatMap((platform) =>
    (['people', 'groups'] as const).flatMap((list) =>
      duplicates(
        `${platform} id`,
        pack[list].flatMap((entry, index) => {
          const value = entry[platform];
          return value === undefined ? [] : [{ value, at: [list, index, platform] }];
        }),
      ),
    ),
  );

/** A step leads back only to one before it. */
const loopFaults = ({ loops }: PackFile): readonly PackFault[] => [
  ...idsTwice('loop', 'loops', loops),
  ...loops.flatMap(({ steps }, loop) => [
    ...duplicates(
      'step',
      steps.map(({ id }, index) => ({ value: id, at: ['loops', loop, 'steps', index, 'id'] })),
    ),
    ...steps.flatMap(({ backTo }, index) =>
      backTo === undefined
        ? []
        : unknown(
            'step',
            backTo,
            ['loops', loop, 'steps', index, 'backTo'],
            steps.slice(0, index).map(({ id }) => id),
          ),
    ),
  ]),
];

/** Shops have people, and rewards shops, that there are. */
const rewardFaults = ({ shops, rewards, people, areas }: PackFile): readonly PackFault[] => [
  ...idsTwice('shop', 'shops', shops),
  ...idsTwice('reward', 'rewards', rewards),
  ...shops.flatMap((shop, index) => [
    ...shop.people.flatMap((person, position) =>
      unknown(
        'person',
        person,
        ['shops', index, 'people', position],
        people.map(({ id }) => id),
      ),
    ),
    ...(shop.area === undefined
      ? []
      : unknown(
          'area',
          shop.area,
          ['shops', index, 'area'],
          areas.map(({ id }) => id),
        )),
  ]),
  ...rewards.flatMap((reward, index) =>
    reward.shops.flatMap((shop, position) =>
      unknown(
        'shop',
        shop,
        ['rewards', index, 'shops', position],
        shops.map(({ id }) => id),
      ),
    ),
  ),
];

/** What a schema cannot see: references to nothing, circles, the same thing twice. */
export const packFaults = (pack: PackFile): readonly PackFault[] => [
  ...treeFaults(pack),
  ...peopleFaults(pack),
  ...dutyFaults(pack),
  ...substituteFaults(pack),
  ...groupFaults(pack),
  ...platformFaults(pack),
  ...deskFaults(pack),
  ...loopFaults(pack),
  ...rewardFaults(pack),
  ...careFaults(pack),
  ...roundFaults(pack),
];

import { WorkCalendar } from '../../src/domain/calendar/work-calendar';
import type { Area, Community, Desk, Person, Role } from '../../src/domain/community/community';
import { Policy } from '../../src/domain/community/policy';

/** An area of the little community below; override what the test is about. */
export const anArea = (id: string, kind: Area['kind'], parent: string | null, given: Partial<Area> = {}): Area => ({
  id,
  kind,
  name: id,
  parent,
  aliases: [],
  ...given,
});

/** A person with roles as `role@area`. */
export const aPerson = (
  id: string,
  grants: readonly `${Role}@${string}`[] = [],
  given: Partial<Person> = {},
): Person => ({
  id,
  name: id,
  roles: grants.map((grant) => {
    const [role, area] = grant.split('@');
    return { role: role as Role, area: area ?? '' };
  }),
  building: null,
  language: 'zh',
  guest: false,
  ...given,
});

const areas: readonly Area[] = [
  anArea('street', 'street', null, { name: '幸福街道' }),
  anArea('home', 'community', 'street', { name: '邻里社区' }),
  anArea('grid-1', 'grid', 'home', { name: '第一网格' }),
  anArea('grid-2', 'grid', 'home', { name: '第二网格' }),
  anArea('b1', 'building', 'grid-1', { name: '1号楼' }),
  anArea('b5', 'building', 'grid-2', { name: '5号楼' }),
  anArea('b6', 'building', 'grid-2', { name: '6号楼', aliases: ['老年活动室楼'] }),
  anArea('b6u2', 'unit', 'b6', { name: '6号楼2单元' }),
];

const officers: readonly Person[] = [
  aPerson('wang', ['grid-worker@grid-2', 'grid-worker@b6']),
  aPerson('li', ['grid-worker@grid-2']),
  aPerson('zhou', ['grid-worker@grid-1']),
  aPerson('he', ['grid-leader@grid-2']),
  aPerson('chen', ['staff@home']),
  aPerson('lin', ['director@home']),
  aPerson('gao', ['director@street']),
];

const desks: readonly Desk[] = [
  { id: 'property', kind: 'property', name: '物业', aliases: ['物业公司'], area: 'home', people: ['ding', 'luo'] },
  { id: 'water', kind: 'department', name: '自来水公司', aliases: ['水厂'], area: 'home', people: ['tao'] },
  { id: 'branch-2', kind: 'branch', name: '二网格党支部', aliases: ['党支部'], area: 'grid-2', people: ['he', 'sun'] },
];

/** One street, one community, two grids, three buildings; a weekday, a night and a whole-week turn of duty. */
export const aCommunity = (given: Partial<Community> = {}): Community => ({
  id: 'demo',
  name: '邻里社区',
  areas,
  officers,
  duty: [
    { person: 'chen', area: 'home', weekdays: [1, 2, 3, 4, 5], from: '08:00', to: '20:00' },
    { person: 'wang', area: 'grid-2', weekdays: [5], from: '20:00', to: '08:00' },
    { person: 'zhou', area: 'grid-1', weekdays: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '00:00' },
  ],
  dutyChanges: [],
  substitutes: [],
  groups: [],
  categories: [],
  dialect: [],
  desks,
  loops: [],
  shops: [],
  rewards: [],
  care: null,
  rounds: null,
  policy: Policy.parse({}),
  calendar: WorkCalendar.parse({}),
  ...given,
});

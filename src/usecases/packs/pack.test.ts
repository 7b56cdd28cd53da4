import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { onDuty } from '../../domain/community/on-duty';
import { buildingByNumber } from '../../domain/community/area-tree';
import { gridLeadersFor, gridWorkersFor, streetOfficeFor } from '../../domain/community/responsible';
import type { PackError } from './pack';
import { readPack, sayPackError, type Pack } from './pack';

const packs = join(__dirname, '../../../packs');
const readBeside = (name: string): { text: string; fileName: string } | null =>
  name === 'categories.yaml' ? { text: readFileSync(join(packs, name), 'utf8'), fileName: `packs/${name}` } : null;
const load = (name: string): Pack => {
  const read = readPack(readFileSync(join(packs, name), 'utf8'), `packs/${name}`, readBeside);
  if (!read.ok) throw new Error(read.refusal.map(sayPackError).join('\n'));
  return read.value;
};
const ids = (people: readonly { id: string }[]): readonly string[] => people.map(({ id }) => id);

describe('the demo pack', () => {
  const { community, people, chats } = load('demo.yaml');

  test('has two grids of four buildings, each with two workers and a leader, under a community and a street', () => {
    for (const number of ['1', '2', '3', '4', '5', '6', '7', '8']) {
      const building = buildingByNumber(community, number);
      expect(building?.parent).toBe(Number(number) <= 4 ? 'grid-1' : 'grid-2');
      const workers = Number(number) <= 4 ? ['liu-yang', 'ma-li'] : ['wang-fang', 'li-qiang'];
      expect(ids(gridWorkersFor(community, building?.id ?? null))).toEqual(number === '6' ? ['wang-fang'] : workers);
      expect(gridLeadersFor(community, building?.id ?? null)).toHaveLength(1);
    }
    expect(ids(streetOfficeFor(community))).toEqual(['gao-yuan']);
  });

  test('has people of every role, four groups of its people, and the whole catalogue', () => {
    expect(people).toHaveLength(45);
    expect(new Set(people.flatMap(({ roles }) => roles.map(({ role }) => role))).size).toBe(10);
    expect(chats.map(({ title, purpose, members }) => [title, purpose, members.length])).toEqual([
      ['骑手群', 'riders', 9],
      ['居民群', 'residents', 19],
      ['志愿者群', 'volunteers', 5],
      ['工作群', 'staff', 12],
    ]);
    expect(community.categories).toHaveLength(40);
    expect(community.categories.at(-1)?.id).toBe('other');
    expect(community.categories.find(({ id }) => id === 'facilities')?.words).toEqual(['外卖柜', '快递柜']);
    expect(community.categories.find(({ id }) => id === 'lost-person')).toMatchObject({
      card: 'never',
      emergencyNumber: '110',
    });
  });

  test('has somebody on duty for every building at every half hour of a week', () => {
    const start = Date.parse('2026-11-15T16:00:00Z');
    for (let half = 0; half < 7 * 48; half += 1) {
      const at = new Date(start + half * 1_800_000).toISOString();
      for (const building of ['building-1', 'building-6']) {
        expect(onDuty(community, building, at)).toHaveLength(2);
      }
    }
  });
});

test('the template loads as it is', () => {
  const { community, chats, people } = load('template.yaml');
  expect(community.name).toBe('我的社区');
  expect(people).toHaveLength(4);
  expect(chats.map(({ id }) => id)).toEqual(['residents', 'staff']);
  expect(community.policy.classes['24h']).toEqual({
    dispatchMinutes: 30,
    claimMinutes: 60,
    resolveMinutes: 480,
    reviewMinutes: 240,
    callBackMinutes: 480,
  });
  expect(community.policy.classes['2h'].resolveMinutes).toBe(120);
});

const good = `id: small
name: 小社区
extends: categories.yaml
areas:
  - { id: home, kind: community, name: 小社区 }
  - { id: grid-1, kind: grid, name: 第一网格, in: home }
  - { id: b1, kind: building, name: 1号楼, in: grid-1 }
people:
  - { id: wang, name: 小王, roles: { grid-worker: [grid-1] }, building: b1, telegram: 42 }
  - { id: chen, name: 小陈, roles: { staff: [home] }, telegram: "9007199254740993" }
  - { id: li, name: 小李, roles: { resident: [home] } }
duty:
  - { person: chen, area: home, weekdays: [1, 2] }
groups:
  - { id: res, title: 居民群, purpose: residents, area: home, members: [wang, li], telegram: -1001234567890 }
`;

const mistakesIn = (text: string): readonly PackError[] => {
  const read = readPack(text, 'my.yaml', readBeside);
  return read.ok ? [] : read.refusal;
};

test('a small pack loads, with the ids that platforms know', () => {
  const read = readPack(good, 'my.yaml', readBeside);
  expect(read.ok && read.value.identities).toEqual([
    { platform: 'telegram', nativeId: '42', person: 'wang' },
    { platform: 'telegram', nativeId: '9007199254740993', person: 'chen' },
  ]);
  expect(read.ok && read.value.chats[0]?.nativeIds).toEqual([{ platform: 'telegram', nativeId: '-1001234567890' }]);
  expect(read.ok && read.value.community.officers.map(({ id }) => id)).toEqual(['wang', 'chen']);
});

test('a matter is added before "other", and one of the catalogue is re-classed', () => {
  const read = readPack(
    `${good}categories:\n  - { id: pets, zh: 宠物, en: Pets, class: 7d, about: 宠物 }\n  - { id: lamp, class: 2h }\n`,
    'my.yaml',
    readBeside,
  );
  const categories = read.ok ? read.value.community.categories : [];
  expect(categories.slice(-2).map(({ id }) => id)).toEqual(['pets', 'other']);
  expect(categories.find(({ id }) => id === 'lamp')).toMatchObject({ zh: '照明', class: '2h', card: 'group' });
});

const replaced = (from: string, to: string): string => good.replace(from, to);
test.each([
  [
    'a key nobody knows',
    replaced('name: 小王,', 'name: 小王, adress: x,'),
    'my.yaml:9:27: unknown key "adress"; expected one of id, name, roles, building, offline, language, telegram, wechat',
  ],
  [
    'a role nobody knows',
    replaced('{ staff:', '{ boss:'),
    'my.yaml:10:36: unknown key "boss"; expected one of resident, rider, volunteer, captain, grid-worker, grid-leader, staff, director, inspector, shop',
  ],
  [
    'a missing name',
    replaced('kind: grid, name: 第一网格,', 'kind: grid,'),
    'my.yaml:6:5: "name" is missing; expected text (in quotes when it looks like a number)',
  ],
  [
    'a kind that is none',
    replaced('kind: building', 'kind: house'),
    'my.yaml:7:21: "kind" is "house"; expected one of street, community, grid, building, place, unit',
  ],
  [
    'a weekday that is none',
    replaced('[1, 2]', '[1, 8]'),
    'my.yaml:13:47: entry 2 of "weekdays" is 8; expected a number of at most 7',
  ],
  [
    'an area that is nowhere',
    replaced('building: b1', 'building: b9'),
    'my.yaml:9:71: unknown building "b9"; expected one of b1',
  ],
  [
    'a role for an area that is nowhere',
    replaced('[grid-1] }', '[grid-9] }'),
    'my.yaml:9:50: unknown area "grid-9"; expected one of home, grid-1, b1',
  ],
  [
    'a person on duty who is nobody',
    replaced('person: chen', 'person: chan'),
    'my.yaml:13:15: unknown person "chan"; expected one of wang, chen, li',
  ],
  [
    'a resident on duty',
    replaced('person: chen', 'person: li'),
    'my.yaml:13:15: "li" is on duty without an office; expected somebody with a role such as grid-worker or staff',
  ],
  [
    'a member who is nobody',
    replaced('[wang, li]', '[wang, lo]'),
    'my.yaml:15:76: unknown person "lo"; expected one of wang, chen, li',
  ],
  [
    'a circle of areas',
    replaced('name: 第一网格, in: home', 'name: 第一网格, in: grid-1'),
    'my.yaml:6:47: "grid-1" lies in itself, by way of "grid-1"; expected a tree without circles',
  ],
  [
    'a grid in a building',
    replaced('第一网格, in: home }', '第一网格, in: b2 }\n  - { id: b2, kind: building, name: 2号楼, in: home }'),
    'my.yaml:6:47: a grid cannot lie in a building ("b2"); expected a street, community',
  ],
  [
    'a person twice',
    replaced('id: chen, name', 'id: wang, name'),
    'my.yaml:10:11: person "wang" is there twice; expected each person once',
  ],
  [
    'two buildings of one number',
    replaced('people:', '  - { id: b2, kind: building, name: 一栋, in: grid-1 }\npeople:'),
    'my.yaml:8:37: building "1" is there twice; expected each building once',
  ],
  [
    'a Telegram id twice',
    replaced('telegram: 42', 'telegram: "9007199254740993"'),
    'my.yaml:10:63: telegram id "9007199254740993" is there twice; expected each telegram id once',
  ],
  [
    'a Telegram id that is a name',
    replaced('telegram: 42', 'telegram: "@wang"'),
    'my.yaml:9:85: "telegram" is "@wang"; expected a Telegram id, such as -1001234567890',
  ],
  [
    'a category of nobody without its figures',
    `${good}categories:\n  - { id: pets, zh: 宠物 }\n`,
    'my.yaml:17:5: the new category "pets" has no en, class, about; expected id, zh, en, class and about, or an id of the catalogue',
  ],
  [
    'an emergency without a number to ring',
    `${good}categories:\n  - { id: lamp, class: critical }\n`,
    'my.yaml:17:5: the critical category "lamp" has no emergencyNumber; expected the number to ring, such as "119"',
  ],
  [
    'a review of a category that is none',
    `${good}policy: { reviewed: [lamps] }\n`,
    'my.yaml:16:22: unknown category "lamps"; expected an id of the catalogue or of this pack',
  ],
  [
    'a claim later than the solution',
    `${good}policy:\n  classes:\n    24h: { claimMinutes: 900 }\n`,
    'my.yaml:18:10: class 24h is to be claimed later than it is to be solved; expected claimMinutes of at most resolveMinutes',
  ],
  [
    'a time that is none',
    `${good}policy: { quietHours: { from: "9pm", to: "07:00" } }\n`,
    'my.yaml:16:31: "from" is "9pm"; expected a time such as 08:30',
  ],
  [
    'a time zone that is none',
    `${good}calendar: { timeZone: Mars/Olympus }\n`,
    'my.yaml:16:23: "timeZone" is "Mars/Olympus"; expected a time zone such as Asia/Shanghai',
  ],
  [
    'a catalogue that is not there',
    replaced('categories.yaml', 'catalog.yaml'),
    'my.yaml:3:10: there is no file "catalog.yaml"; expected a catalogue beside this file, such as categories.yaml',
  ],
  [
    'nobody who has a desk',
    replaced('staff: [home]', 'shop: [home]'),
    'my.yaml:9:3: nobody is staff or director; expected at least one, so that every matter finds a desk',
  ],
  ['a key twice', `${good}name: 又一个\n`, 'my.yaml:16:1: Map keys must be unique; expected each key once'],
  [
    'a tab that indents',
    replaced('  - { id: grid-1', '\t- { id: grid-1'),
    'my.yaml:6:1: Tabs are not allowed as indentation; expected YAML: "key: value" lines, indented with spaces',
  ],
  ['an empty file', '', 'my.yaml:1:1: the file is empty; expected a block of "key: value"'],
])('%s is told with its line, its column and what was expected', (_, text, sentence) => {
  expect(mistakesIn(text).map(sayPackError)).toContain(sentence);
});

test('a mistake in the catalogue names the catalogue', () => {
  const broken = {
    text: '- { id: Lamp, zh: 灯, en: Lamp, class: 24h, about: "" }\n',
    fileName: 'packs/categories.yaml',
  };
  const read = readPack(good, 'my.yaml', () => broken);
  expect(read.ok ? [] : read.refusal.map(sayPackError)).toEqual([
    'packs/categories.yaml:1:9: "id" is "Lamp"; expected an id in small letters, such as ebike-shed',
  ]);
});

test('all mistakes are told at once', () => {
  expect(mistakesIn(replaced('building: b1', 'building: b9').replace('person: chen', 'person: chan'))).toHaveLength(2);
});

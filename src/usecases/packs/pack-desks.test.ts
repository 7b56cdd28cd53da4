import type { Community } from '../../domain/community/community';
import { calendarOf } from '../../domain/community/area-calendar';
import { readPack, sayPackError, type PackError } from './pack';

const good = `id: small
name: 小社区
areas:
  - { id: home, kind: community, name: 小社区 }
  - { id: grid-1, kind: grid, name: 第一网格, in: home }
people:
  - { id: chen, name: 小陈, roles: { staff: [home] } }
  - { id: li, name: 小李, roles: { resident: [home] } }
categories: [{ id: other, zh: 其他, en: Other, class: 7d, about: 其他 }]
`;

const read = (
  ...desks: readonly string[]
): { readonly community: Community | null; readonly faults: readonly PackError[] } => {
  const result = readPack(`${good}desks:\n${desks.map((desk) => `  - { ${desk} }\n`).join('')}`, 'my.yaml');
  return result.ok ? { community: result.value.community, faults: [] } : { community: null, faults: result.refusal };
};

describe('the desks beside the areas', () => {
  const faultsOf = (...desks: readonly string[]): readonly (string | undefined)[] =>
    read(...desks).faults.map((fault) => sayPackError(fault).split('; ')[0]);

  test('answer for the community or for an area of it, each with people and with its own or the area’s hours', () => {
    const { community } = read(
      "id: water, kind: department, name: 水厂, people: [li], calendar: { hours: [{ from: '10:00', to: '16:00' }] }",
      'id: branch, kind: branch, name: 党支部, in: grid-1, people: [chen, li]',
    );
    if (!community) throw new Error('a pack with mistakes');
    expect(community.desks.map(({ id, kind, area, people }) => [id, kind, area, people])).toEqual([
      ['water', 'department', 'home', ['li']],
      ['branch', 'branch', 'grid-1', ['chen', 'li']],
    ]);
    expect(calendarOf(community, 'water').hours).toEqual([{ from: '10:00', to: '16:00' }]);
    expect(calendarOf(community, 'branch')).toBe(community.calendar);
  });

  test('have ids of their own, people and areas of the pack, and a kind', () => {
    expect(faultsOf('id: home, kind: property, name: 物业, in: nowhere, people: [nobody]')).toEqual([
      'my.yaml:11:11: desk "home" is there twice',
      'my.yaml:11:47: unknown area "nowhere"',
      'my.yaml:11:65: unknown person "nobody"',
    ]);
    expect(faultsOf('id: firm, kind: shop, name: 物业, people: [li]')).toHaveLength(1);
    expect(faultsOf('id: firm, kind: property, name: 物业, people: []')).toHaveLength(1);
  });

  test('have names of their own, save that each area may have its Party branch', () => {
    const branch = (id: string, area: string) => `id: ${id}, kind: branch, name: 党支部, in: ${area}, people: [li]`;
    expect(faultsOf(branch('one', 'home'), branch('two', 'grid-1'))).toEqual([]);
    expect(faultsOf(branch('one', 'home'), branch('two', 'home'))).toEqual([
      `my.yaml:12:5: the name "党支部" is another desk's of the same area, or an area's`,
    ]);
  });
});

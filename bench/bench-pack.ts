import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { z } from 'zod';
import { buildings, groups, residents } from './messages';

const packs = join(__dirname, '..', 'packs');

const Demo = z.looseObject({
  policy: z.looseObject({}).default({}),
  areas: z.array(z.looseObject({ id: z.string() })),
  people: z.array(z.looseObject({ id: z.string() })),
  groups: z.array(z.unknown()),
});

/** The demo community grown to sixty buildings, as many groups and 480 residents, all of them on Telegram. */
export const writeBenchPack = (file: string): void => {
  const demo = Demo.parse(parse(readFileSync(join(packs, 'demo.yaml'), 'utf8')));
  const known = new Set(demo.areas.map(({ id }) => id));
  const numbers = Array.from({ length: buildings }, (_, index) => index + 1);
  const grown = numbers
    .map((number) => ({
      id: `building-${number}`,
      kind: 'building',
      name: `${number}号楼`,
      in: number % 2 ? 'grid-1' : 'grid-2',
    }))
    .filter(({ id }) => !known.has(id));
  const pack = {
    ...demo,
    extends: join(packs, 'categories.yaml'),
    // A measurement says more than people do.
    policy: { ...demo.policy, mostPerMinute: 1_000_000, mostPerMinuteInChat: 1_000_000 },
    areas: [...demo.areas, ...grown],
    people: [
      ...demo.people.map((person, index) => ({ ...person, telegram: 9000 + index })),
      ...residents.map(({ id, telegram }) => ({ id, name: id, roles: { resident: ['linli'] }, telegram })),
    ],
    groups: groups.map(({ id, telegram }) => ({
      id,
      title: id,
      purpose: 'residents',
      area: 'linli',
      members: [],
      telegram,
    })),
  };
  writeFileSync(file, stringify(pack, { aliasDuplicateObjects: false }));
};

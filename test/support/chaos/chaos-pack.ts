import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse, stringify } from 'yaml';
import { z } from 'zod';

const packs = resolve(__dirname, '../../../packs');
const Demo = z.looseObject({
  policy: z.looseObject({}).default({}),
  areas: z.array(z.looseObject({ id: z.string() })),
  people: z.array(z.looseObject({ id: z.string() })),
});

/** More buildings than any run has reports of one kind, so that each report is a matter of its own. */
export const buildings = 240;

export const telegramPeople = Array.from({ length: 10 }, (_, index) => ({
  id: `telegram-${index + 1}`,
  telegram: 7_000 + index,
}));

/** The demo community with more buildings, and ten residents who use Telegram. */
export const writeChaosPack = (file: string): void => {
  const demo = Demo.parse(parse(readFileSync(join(packs, 'demo.yaml'), 'utf8')));
  const known = new Set(demo.areas.map(({ id }) => id));
  const grown = Array.from({ length: buildings }, (_, index) => ({
    id: `building-${index + 1}`,
    kind: 'building',
    name: `${index + 1}号楼`,
    in: index % 2 === 0 ? 'grid-1' : 'grid-2',
  })).filter(({ id }) => !known.has(id));
  const people = telegramPeople.map(({ id, telegram }) => ({
    id,
    name: id,
    roles: { resident: ['linli'] },
    telegram: String(telegram),
  }));
  const pack = {
    ...demo,
    extends: join(packs, 'categories.yaml'),
    policy: { ...demo.policy, mostPerMinute: 1_000_000, mostPerMinuteInChat: 1_000_000 },
    areas: [...demo.areas, ...grown],
    people: [...demo.people, ...people],
  };
  writeFileSync(file, stringify(pack, { aliasDuplicateObjects: false }));
};

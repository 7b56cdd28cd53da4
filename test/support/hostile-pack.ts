import { readFile, writeFile } from 'node:fs/promises';
import { parse, stringify } from 'yaml';
import { packFile } from './story-app';

/** Markup that fits into the shortest name: it would end an attribute, and begin an element. */
export const hostile = `"'<b id=x>`;

const isNamed = (key: string): boolean => ['name', 'title', 'zh', 'en', 'about'].includes(key);

const short = 9;

/** Every name that people see ends in it. */
const spoil = (value: unknown, key = ''): unknown => {
  if (Array.isArray(value)) return value.map((each) => spoil(each));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, child]) => [name, spoil(child, name)]));
  return typeof value === 'string' && isNamed(key) && value.length <= short ? `${value}${hostile}` : value;
};

/** Places are still found by what people call them. */
const withAlias = (area: Readonly<Record<string, unknown>>, spoilt: unknown): object => ({
  ...(spoilt as object),
  aliases: [...((area['aliases'] as readonly string[] | undefined) ?? []), String(area['name'])],
});

/** The demo neighbourhood, written by somebody who means harm: every name of the pack holds markup. */
export const hostilePack = async (): Promise<string> => {
  const file = await packFile(new Map());
  const pack = parse(await readFile(file, 'utf8')) as Readonly<Record<string, unknown>>;
  const areas = pack['areas'] as readonly Readonly<Record<string, unknown>>[];
  const categories = pack['categories'] as readonly unknown[];
  const spoilt = {
    ...(spoil({ ...pack, areas: [] }) as object),
    areas: areas.map((area) => withAlias(area, spoil(area))),
    categories: [
      ...(spoil(categories) as readonly unknown[]),
      { id: 'litter', zh: `环境${hostile}`, en: `Litter${hostile}` },
    ],
  };
  await writeFile(file, stringify(spoilt));
  return file;
};

import { readFileSync, writeFileSync } from 'node:fs';
import { parse, stringify } from 'yaml';
import { z } from 'zod';
import { writeBenchPack } from '../bench-pack';
import { groups, residents } from '../messages';

/** Who and which groups there are in the WeChat of the bench, by the ids that WeChat calls them. */
export const bot = { id: 'wxid_bot', name: '邻里' } as const;
export const contacts = residents.map(({ id }) => ({ id: `wxid_${id}`, name: id }));
const eachInGroup = contacts.length / groups.length;
export const rooms = groups.map(({ id }, index) => ({
  id: `${id}@chatroom`,
  topic: id,
  members: contacts.slice(index * eachInGroup, (index + 1) * eachInGroup).map((member) => member.id),
}));

const Grown = z.looseObject({
  people: z.array(z.looseObject({ id: z.string() })),
  groups: z.array(z.looseObject({ id: z.string() })),
});

/** The bench's community with its residents and groups on WeChat. */
export const writeWechatPack = (file: string): void => {
  writeBenchPack(file);
  const pack = Grown.parse(parse(readFileSync(file, 'utf8')));
  const known = new Set(contacts.map(({ name }) => name));
  const grown = {
    ...pack,
    people: pack.people.map((person) => (known.has(person.id) ? { ...person, wechat: `wxid_${person.id}` } : person)),
    groups: pack.groups.map((group) => ({ ...group, wechat: `${group.id}@chatroom` })),
  };
  writeFileSync(file, stringify(grown, { aliasDuplicateObjects: false }));
};

import type { Category } from '../../domain/community/category';
import type { Community, GroupChat, Person } from '../../domain/community/community';
import { Policy } from '../../domain/community/policy';
import { refused, type Result } from '../../domain/decision';
import type { AreaId, ChatId, PersonId } from '../../domain/ids';
import type { Household } from '../../domain/rounds/household';
import { areasOf } from './pack-areas';
import { mergeCategories } from './pack-categories';
import { householdsOf } from './pack-households';
import { desksOf } from './pack-desks';
import type { PackError, PackFault } from './pack-error';
import { packFaults } from './pack-faults';
import { placesOf, type Placed } from './pack-map';
import { CatalogueFile, PackFile, type PackPerson } from './pack-schema';
import { stageFaults } from './stage-faults';
import { substitutesOf } from './pack-substitutes';
import type { ReadBeside } from './read-beside';
import { readYaml } from './read-yaml';

export { sayPackError, type PackError } from './pack-error';

/** A group with its members and what platforms call it. */
export interface PackChat extends GroupChat {
  readonly members: readonly PersonId[];
  readonly nativeIds: readonly NativeId[];
}

export interface NativeId {
  readonly platform: 'telegram' | 'wechat';
  readonly nativeId: string;
}

/** A community as its pack describes it. */
export interface Pack {
  readonly community: Community;
  readonly people: readonly Person[];
  readonly chats: readonly PackChat[];
  /** People without a phone that chats. */
  readonly offline: readonly PersonId[];
  /** People whom platforms already know. */
  readonly identities: readonly (NativeId & { readonly person: PersonId })[];
  readonly households: readonly Household[];
}

const nativeIds = (entry: {
  readonly telegram?: string | undefined;
  readonly wechat?: string | undefined;
}): readonly NativeId[] =>
  (['telegram', 'wechat'] as const).flatMap((platform) => {
    const nativeId = entry[platform];
    return nativeId === undefined ? [] : [{ platform, nativeId }];
  });

const personOf = ({ id, name, roles, building, language }: PackPerson): Person => ({
  id,
  name,
  roles: (Object.entries(roles) as [keyof typeof roles, readonly string[]][]).flatMap(([role, areas]) =>
    areas.map((area) => ({ role, area })),
  ),
  building: building ?? null,
  language,
  guest: false,
});

const isOfficer = (person: Person): boolean =>
  person.roles.some(({ role }) => role !== 'resident' && role !== 'rider' && role !== 'volunteer');

const policyOf = (pack: PackFile): Policy => {
  const { classes: given, ...rest } = pack.policy;
  const usual = Policy.parse({}).classes;
  const classes = Object.fromEntries(
    Object.entries(usual).map(([name, figures]) => [name, { ...figures, ...given[name as keyof typeof given] }]),
  );
  return Policy.parse({ ...rest, classes });
};

export const catalogueOf = (
  wanted: string | undefined,
  readBeside: ReadBeside,
  locate: (fault: PackFault) => PackError,
): Result<readonly Category[], readonly PackError[]> => {
  if (wanted === undefined) return { ok: true, value: [] };
  const beside = readBeside(wanted);
  if (!beside)
    return refused([
      locate({
        at: ['extends'],
        what: `there is no file "${wanted}"`,
        expected: 'a catalogue beside this file, such as categories.yaml',
      }),
    ]);
  const read = readYaml(beside.text, beside.fileName, CatalogueFile);
  return read.ok ? { ok: true, value: read.value.value } : read;
};

const packOf = (
  file: PackFile,
  categories: readonly Category[],
  policy: Policy,
  placed: ReadonlyMap<AreaId, Placed>,
): Pack => {
  const people = file.people.map(personOf);
  const groups = file.groups.map(({ id, title, purpose, area }) => ({ id: id satisfies ChatId, title, purpose, area }));
  return {
    community: {
      id: file.id,
      name: file.name,
      ...(file.language === 'zh' ? {} : { language: file.language }),
      areas: areasOf(file, placed),
      ...(file.map?.tiles && { tiles: file.map.tiles }),
      officers: people.filter(isOfficer),
      duty: file.duty,
      dutyChanges: [],
      substitutes: substitutesOf(file),
      groups,
      categories,
      dialect: file.dialect,
      desks: desksOf(file),
      loops: file.loops,
      shops: file.shops,
      rewards: file.rewards,
      care: file.care ?? null,
      rounds: file.rounds ?? null,
      policy,
      calendar: file.calendar,
    },
    people,
    offline: file.people.filter(({ offline }) => offline).map(({ id }) => id),
    chats: file.groups.map(({ id, title, purpose, area, members, ...ids }) => ({
      id,
      title,
      purpose,
      area,
      members,
      nativeIds: nativeIds(ids),
    })),
    households: householdsOf(file),
    identities: file.people.flatMap((person) => nativeIds(person).map((known) => ({ ...known, person: person.id }))),
  };
};

/** A pack that fits the schema, made into a community, with what the schema cannot see of it. */
export const judgePack = (
  file: PackFile,
  catalogue: readonly Category[],
  readBeside: ReadBeside,
): { readonly pack: Pack; readonly faults: readonly PackFault[] } => {
  const { categories, faults } = mergeCategories(file, catalogue);
  const places = placesOf(file, readBeside);
  const policy = policyOf(file);
  return {
    pack: packOf(file, categories, policy, places.placed),
    faults: [...packFaults(file), ...places.faults, ...faults, ...stageFaults(policy, categories, file)],
  };
};

/**
 * A pack's text made into a community, or every mistake in it with file, line and column.
 * `readBeside` gives the text of the file that the pack extends; null when there is none.
 */
export const readPack = (
  text: string,
  fileName: string,
  readBeside: ReadBeside = () => null,
): Result<Pack, readonly PackError[]> => {
  const read = readYaml(text, fileName, PackFile);
  if (!read.ok) return read;
  const { value: file, locate } = read.value;
  const catalogue = catalogueOf(file.extends, readBeside, locate);
  if (!catalogue.ok) return catalogue;
  const { pack, faults } = judgePack(file, catalogue.value, readBeside);
  return faults.length > 0 ? refused(faults.map(locate)) : { ok: true, value: pack };
};

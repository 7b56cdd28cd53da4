import type { PersonId } from '../../domain/ids';

export type Aliases = ReadonlyMap<PersonId, PersonId>;

const renamed = (value: unknown, aliases: Aliases): unknown => {
  if (typeof value === 'string') return aliases.get(value) ?? value;
  if (Array.isArray(value)) return value.map((each) => renamed(each, aliases));
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [aliases.get(name) ?? name, renamed(each, aliases)]),
  );
};

/**
 * What is stored, read with those who were found to be one as one. Only ids of guests are ever merged into another, and
 * these are like no other word, so that nothing else is meant by them. What happened stays as it was written.
 */
export const asOnePerson = <T>(stored: T, aliases: Aliases): T =>
  aliases.size === 0 ? stored : (renamed(stored, aliases) as T);

/** The person and everyone who was merged into them. */
export const selvesOf = (person: PersonId, aliases: Aliases): PersonId[] => [
  person,
  ...[...aliases].filter(([, to]) => to === person).map(([from]) => from),
];

import type { PackChange } from '../../../usecases/setup/change-text';
import { valueAt, type Entry, type Field, type Part } from './field';
import { readField } from './read-field';

const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one ?? null) === JSON.stringify(other ?? null) ||
  (Array.isArray(one) && one.length === 0 && other === undefined) ||
  (one === undefined && other === false);

/** The fields of an entry that are asked: what is asked only once is not asked of what stands already. */
export const fieldsOf = ({ fields }: Part, isNew: boolean): readonly Field[] =>
  fields.filter(({ once }) => isNew || once !== true);

/** What was typed and is not as it was. */
export const typedChanges = (
  part: Part,
  entry: Entry,
  isNew: boolean,
  typed: Readonly<Record<string, unknown>>,
): readonly PackChange[] => {
  const changes = fieldsOf(part, isNew).flatMap((field): readonly PackChange[] => {
    const value = readField(field, entry, typed);
    return isSame(valueAt(entry.shown, field.at), value) ? [] : [{ at: [...entry.at, ...field.at], value }];
  });
  const begin = Object.entries(entry.begin ?? {}).map(([key, value]) => ({ at: [...entry.at, key], value }));
  // An entry that is not there yet is there at least, so that the schema says what it lacks.
  const there = isNew ? [{ at: entry.at, value: {} }] : [];
  return changes.length === 0 && !isNew ? [] : [...there, ...begin, ...changes];
};

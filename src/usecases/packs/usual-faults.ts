import type { PackFault } from './pack-error';

type Path = readonly PropertyKey[];

const some = (ids: readonly string[]): string =>
  ids.length === 0 ? 'one that is listed' : `one of ${ids.slice(0, 12).join(', ')}${ids.length > 12 ? ', …' : ''}`;

/** A reference to nothing. */
export const unknown = (kind: string, id: string, at: Path, known: readonly string[]): readonly PackFault[] =>
  known.includes(id) ? [] : [{ at, what: `unknown ${kind} "${id}"`, expected: some(known) }];

/** The same thing twice. */
export const duplicates = (
  what: string,
  entries: readonly { readonly value: string; readonly at: Path }[],
): readonly PackFault[] =>
  entries
    .filter(({ value }, index) => entries.findIndex((other) => other.value === value) < index)
    .map(({ value, at }) => ({ at, what: `${what} "${value}" is there twice`, expected: `each ${what} once` }));

export const idsTwice = (
  what: string,
  list: string,
  entries: readonly { readonly id: string }[],
): readonly PackFault[] =>
  duplicates(
    what,
    entries.map(({ id }, index) => ({ value: id, at: [list, index, 'id'] })),
  );

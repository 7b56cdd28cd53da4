import type { z } from 'zod';

/** A mistake in a pack: where it is, what is wrong, what was expected. */
export interface PackError {
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  readonly column: number;
  readonly what: string;
  readonly expected: string;
}

/** "packs/demo.yaml:12:5: unknown key "adress"; expected one of address, name" */
export const sayPackError = ({ file, line, column, what, expected }: PackError): string =>
  `${file}:${line}:${column}: ${what}; expected ${expected}`;

/** A mistake before its place in the file is known: `at` leads to the value, `key` to the key itself. */
export interface PackFault {
  readonly at: readonly PropertyKey[];
  readonly key?: string;
  readonly what: string;
  readonly expected: string;
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'text (in quotes when it looks like a number)',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a block of "key: value"',
  record: 'a block of "key: value"',
};

const shown = (value: unknown): string => {
  if (value === null) return 'empty';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a block of "key: value"';
  return JSON.stringify(value);
};

const keyName = (path: readonly PropertyKey[]): string => {
  const last = path.at(-1);
  if (last === undefined) return 'the file';
  return typeof last === 'number' ? `entry ${last + 1} of ${keyName(path.slice(0, -1))}` : `"${String(last)}"`;
};

const bound = (issue: {
  origin: string;
  minimum?: number | bigint;
  maximum?: number | bigint;
  message: string;
}): string => {
  // A message of our own says it better; zod's begin with "Too".
  if (!issue.message.startsWith('Too ')) return issue.message;
  const limit = issue.minimum === undefined ? `at most ${String(issue.maximum)}` : `at least ${String(issue.minimum)}`;
  if (issue.origin === 'string') return `${limit} characters`;
  return issue.origin === 'array' ? `${limit} entries` : `a number of ${limit}`;
};

const faultOf = (issue: z.core.$ZodIssue, value: unknown): Omit<PackFault, 'at' | 'key'> => {
  const name = keyName(issue.path);
  const isWrong = value === undefined ? `${name} is missing` : `${name} is ${shown(value)}`;
  switch (issue.code) {
    case 'invalid_type':
      return { what: isWrong, expected: typeNames[issue.expected] ?? issue.expected };
    case 'invalid_value':
      return { what: isWrong, expected: `one of ${issue.values.map(String).join(', ')}` };
    case 'too_small':
    case 'too_big':
      return { what: isWrong, expected: bound(issue) };
    case 'not_multiple_of':
      return { what: isWrong, expected: `a multiple of ${issue.divisor}` };
    case 'unrecognized_keys':
    case 'invalid_key':
    case 'invalid_element':
    case 'invalid_format':
    case 'invalid_union':
    case 'custom':
      return { what: isWrong, expected: issue.message };
  }
};

/** Every mistake that zod found; an unknown key is one mistake each, with the keys that may stand there. */
export const faultsOf = (
  issues: readonly z.core.$ZodIssue[],
  valueAt: (path: readonly PropertyKey[]) => unknown,
  keysAt: (path: readonly PropertyKey[]) => readonly string[],
): readonly PackFault[] =>
  issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({
          at: issue.path,
          key,
          what: `unknown key "${key}"`,
          expected: `one of ${keysAt(issue.path).join(', ')}`,
        }))
      : [{ at: issue.path, ...faultOf(issue, valueAt(issue.path)) }],
  );

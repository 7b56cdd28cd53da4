import { nameOf, type Entry, type Field } from './field';

type Typed = Readonly<Record<string, unknown>>;

const split = (text: string, by: RegExp): readonly string[] =>
  text
    .split(by)
    .map((each) => each.trim())
    .filter((each) => each !== '');

const listOf = (value: unknown): readonly string[] =>
  [value].flat().filter((each): each is string => typeof each === 'string' && each !== '');

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

const absent = <T>(list: readonly T[]): readonly T[] | undefined => (list.length === 0 ? undefined : list);

const span = (text: string, by: RegExp): { readonly from: string; readonly to: string } => {
  const [from = '', to = ''] = split(text, by);
  return { from, to };
};

const hours = (text: string): readonly { from: string; to: string }[] =>
  split(text, /[,，、;；\s]+/u).map((each) => span(each, /[-–—~～到至]/u));

const season = (line: string) => {
  const [days = '', ...rest] = split(line, /\s+/u);
  return { ...span(days, /[~～到至]/u), hours: hours(rest.join(' ')) };
};

/** What is no number stays a text, so that the schema says what is wrong with it. */
const numberOf = (text: string): number | string => (/^-?\d+(?:\.\d+)?$/u.test(text) ? Number(text) : text);

const grants = (typed: Typed, name: string): Readonly<Record<string, readonly string[]>> | undefined => {
  const given: Record<string, string[]> = {};
  for (let row = 0; `${name}.${row}.role` in typed; row += 1) {
    const [role, area] = [textOf(typed[`${name}.${row}.role`]), textOf(typed[`${name}.${row}.area`])];
    if (role === '' || area === '') continue;
    given[role] = [...(given[role] ?? []).filter((each) => each !== area), area];
  }
  return Object.keys(given).length === 0 ? undefined : given;
};

/** What was typed, as the pack would have it; undefined: nothing. */
export const readField = (field: Field, entry: Pick<Entry, 'at'>, typed: Typed): unknown => {
  const name = nameOf(entry, field);
  const text = textOf(typed[name]);
  switch (field.kind) {
    case 'text':
    case 'time':
    case 'date':
    case 'one':
      return text === '' ? undefined : text;
    case 'number':
      return text === '' ? undefined : numberOf(text);
    case 'flag':
      return text !== '';
    case 'names':
      return absent(split(text, /[,，、;；\n]+/u));
    case 'hours':
      return absent(hours(text));
    case 'seasons':
      return absent(split(text, /\n+/u).map(season));
    case 'many': {
      const chosen = listOf(typed[name]);
      return absent(field.numbers === true ? chosen.map(numberOf) : chosen);
    }
    case 'grants':
      return grants(typed, name);
  }
};

/** What an element holds: text, elements by name, or a list whose items have a name of their own. */
export type XmlValue = string | number | boolean | null | XmlElements | XmlList;
export interface XmlElements {
  readonly [name: string]: XmlValue;
}
export interface XmlList {
  readonly item: string;
  readonly items: readonly XmlValue[];
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Characters that XML 1.0 has no way of writing are left out. */
const unwritable = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

const textOf = (value: string | number | boolean): string =>
  String(value)
    .replaceAll(unwritable, '')
    .replaceAll(/[&<>"']/g, (character) => escapes[character] ?? '');

const isList = (value: XmlElements | XmlList): value is XmlList => Array.isArray(value['items']);

const inner = (value: XmlValue): string => {
  if (value === null) return '';
  if (typeof value !== 'object') return textOf(value);
  if (isList(value)) return value.items.map((item) => element(value.item, item)).join('');
  return Object.entries(value)
    .map(([name, child]) => element(name, child))
    .join('');
};

const element = (name: string, value: XmlValue): string => {
  const within = inner(value);
  return within === '' ? `<${name}/>` : `<${name}>${within}</${name}>`;
};

/** A document of one root; names are ours, everything else is escaped. */
export const writeXml = (root: string, value: XmlValue): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${element(root, value)}\n`;

import { parseDocument, type Document } from 'yaml';

type Path = readonly (string | number)[];

/** One place of a pack, and what is to stand there; undefined: nothing, so that the usual holds. */
export interface PackChange {
  readonly at: Path;
  readonly value: unknown;
}

const put = (document: Document, { at, value }: PackChange): void => {
  if (value !== undefined) document.setIn(at, document.createNode(value));
  else if (document.hasIn(at)) document.deleteIn(at);
};

/** The same text with these changes; comments and the order of everything else stay. */
export const changeText = (text: string, changes: readonly PackChange[]): string => {
  const document = parseDocument(text);
  for (const change of changes) put(document, change);
  return document.toString({ lineWidth: 120 });
};

import { isMap, isScalar, LineCounter, parseDocument, type Document, type Node } from 'yaml';
import { z } from 'zod';
import type { Result } from '../../domain/decision';
import { refused } from '../../domain/decision';
import { faultsOf, type PackError, type PackFault } from './pack-error';

/** A file read: its value, and where in the file a value or a key stands. */
export interface ReadYaml<T> {
  readonly value: T;
  readonly locate: (fault: PackFault) => PackError;
}

const nodeAt = (document: Document, path: readonly PropertyKey[]): Node | null => {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true) as Node | undefined;
    if (node?.range) return node;
  }
  return document.contents;
};

const keyNode = (node: Node | null, key: string): Node | null =>
  isMap(node)
    ? ((node.items.find((item) => isScalar(item.key) && String(item.key.value) === key)?.key as Node | undefined) ??
      node)
    : node;

const locator =
  (document: Document, lines: LineCounter, file: string) =>
  ({ at, key, what, expected }: PackFault): PackError => {
    const found = nodeAt(document, at);
    const node = key === undefined ? found : keyNode(found, key);
    const { line, col } = lines.linePos(node?.range?.[0] ?? 0);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1), what, expected };
  };

const valueAt = (root: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null
        ? (Object.getOwnPropertyDescriptor(value, key)?.value as unknown)
        : undefined,
    root,
  );

/** The keys that a schema knows at a place. */
const keysAt = (schema: z.core.$ZodType, path: readonly PropertyKey[]): readonly string[] => {
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault || schema instanceof z.ZodOptional) {
    return keysAt(schema.unwrap(), path);
  }
  const [key, ...rest] = path;
  if (schema instanceof z.ZodArray) return keysAt(schema.element, rest);
  if (schema instanceof z.ZodRecord) {
    if (key !== undefined) return keysAt(schema.valueType, rest);
    return schema.keyType instanceof z.ZodEnum ? schema.keyType.options.map(String) : [];
  }
  if (!(schema instanceof z.ZodObject)) return [];
  const shape = schema.shape as Readonly<Record<string, z.core.$ZodType>>;
  if (key === undefined) return Object.keys(shape);
  const next = shape[String(key)];
  return next ? keysAt(next, rest) : [];
};

const yamlErrors = (document: Document, lines: LineCounter, file: string): readonly PackError[] =>
  [...document.errors, ...document.warnings].map(({ pos, message, code }) => {
    const { line, col } = lines.linePos(pos[0]);
    return {
      file,
      line,
      column: col,
      what: message.split('\n')[0] ?? code,
      expected: code === 'DUPLICATE_KEY' ? 'each key once' : 'YAML: "key: value" lines, indented with spaces',
    };
  });

/** What a value breaks of a schema, each mistake with the path to it. */
export const schemaFaults = (schema: z.core.$ZodType, raw: unknown, error: z.ZodError): readonly PackFault[] =>
  faultsOf(
    error.issues,
    (path) => valueAt(raw, path),
    (path) => keysAt(schema, path),
  );

/** Reads YAML against a schema; every mistake comes with its line and column. */
export const readYaml = <T>(
  text: string,
  file: string,
  schema: z.ZodType<T>,
): Result<ReadYaml<T>, readonly PackError[]> => {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const broken = yamlErrors(document, lines, file);
  if (broken.length > 0) return refused(broken);
  const raw: unknown = document.toJS({ maxAliasCount: 100 });
  const locate = locator(document, lines, file);
  const parsed = schema.safeParse(raw);
  if (parsed.success) return { ok: true, value: { value: parsed.data, locate } };
  return refused(schemaFaults(schema, raw, parsed.error).map(locate));
};

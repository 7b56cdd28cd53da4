import type { FastifyReply } from 'fastify';
import { writeXml, type XmlValue } from './write-xml';

export const formats = ['json', 'xml'] as const;
export type Format = (typeof formats)[number];

/** A list as JSON has it, and as XML calls it. */
export interface Listed {
  readonly root: string;
  readonly item: string;
  readonly items: readonly object[];
}

/** JSON and XML differ only in how lists are written: in XML each item has a name. */
const toXml = (value: unknown, name = ''): XmlValue => {
  if (Array.isArray(value)) return { item: itemNames[name] ?? 'value', items: value.map((item) => toXml(item)) };
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, toXml(child, key)]));
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
};

const itemNames: Readonly<Record<string, string>> = {
  attributes: 'attribute',
  values: 'value',
  endpoints: 'endpoint',
  formats: 'format',
};

const types: Readonly<Record<Format, string>> = {
  json: 'application/json; charset=utf-8',
  xml: 'text/xml; charset=utf-8',
};

export const answerList = (reply: FastifyReply, format: Format, { root, item, items }: Listed): FastifyReply => {
  const body =
    format === 'json' ? JSON.stringify(items) : writeXml(root, { item, items: items.map((each) => toXml(each)) });
  return reply.type(types[format]).send(body);
};

export const answerOne = (reply: FastifyReply, format: Format, root: string, one: object): FastifyReply =>
  reply.type(types[format]).send(format === 'json' ? JSON.stringify(one) : writeXml(root, toXml(one)));

/** The standard's body of errors: a list, though it is always one. */
export const answerError = (reply: FastifyReply, format: Format, code: number, description: string): FastifyReply =>
  answerList(reply.code(code), format, { root: 'errors', item: 'error', items: [{ code, description }] });

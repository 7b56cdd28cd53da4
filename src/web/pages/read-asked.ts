import type { FastifyRequest } from 'fastify';
import type { Language } from '../../domain/wording/say-moment';
import type { Reader } from '../../usecases/pages/find-reader';
import { deviceOf } from './device';
import type { Asked } from './page-route';
import { readCookie } from './session-cookie';
import { csrfSlot } from './slots';

export const languageCookie = 'linli-language';

/** What they chose here, else what they speak with us, else what their browser asks for. */
const languageOf = (request: FastifyRequest, reader: Reader | null): Language => {
  const chosen = readCookie(request, languageCookie);
  if (chosen === 'zh' || chosen === 'en') return chosen;
  if (reader) return reader.person.language;
  const wanted = request.headers['accept-language'] ?? '';
  return /^\s*en/iu.test(wanted) ? 'en' : 'zh';
};

const isFile = (value: unknown): value is Buffer => Buffer.isBuffer(value);

const entriesOf = (body: unknown): readonly (readonly [string, unknown])[] =>
  typeof body === 'object' && body !== null ? Object.entries(body) : [];

/** Words of a form; whatever else somebody sends in their place is left out. */
const fieldsOf = (body: unknown): Readonly<Record<string, unknown>> =>
  Object.fromEntries(entriesOf(body).filter(([, value]) => ![value].flat().some(isFile)));

const uploadsOf = (body: unknown): readonly Buffer[] =>
  entriesOf(body)
    .flatMap(([, value]) => [value].flat())
    .filter(isFile)
    .filter(({ length }) => length > 0);

/** What a page needs to know of a request; the request itself stays here. */
export const readAsked = (request: FastifyRequest, reader: Reader | null): Asked => ({
  language: languageOf(request, reader),
  params: request.params,
  query: request.query,
  fields: fieldsOf(request.body),
  uploads: uploadsOf(request.body),
  csrf: csrfSlot,
  partial: request.headers['hx-request'] === 'true',
  path: request.url.split('?')[0] ?? '/',
  device: deviceOf(request.headers['user-agent'] ?? ''),
  cookie: (name) => readCookie(request, name),
});

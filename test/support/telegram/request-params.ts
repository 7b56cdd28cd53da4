import type { IncomingMessage } from 'node:http';
import { ApiError, badRequest } from './api-error';

export interface UploadedFile {
  bytes: Uint8Array;
  name: string;
  mime: string;
}

/** Telegram takes at most 50 MB from a bot. */
const LARGEST_REQUEST_BYTES = 50 * 1024 * 1024 + 65_536;

export const asRecord = (value: unknown): Record<string, unknown> | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;

/** The parameters of one call; Telegram takes them from query, JSON, form or multipart alike. */
export class Params {
  constructor(
    private readonly values: ReadonlyMap<string, unknown>,
    private readonly files: ReadonlyMap<string, UploadedFile> = new Map(),
  ) {}

  text(name: string): string | undefined {
    const value = this.values.get(name);
    if (typeof value === 'string') return value;
    return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
  }

  integer(name: string): number | undefined {
    const text = this.text(name)?.trim();
    return text !== undefined && /^-?\d+$/.test(text) ? Number(text) : undefined;
  }

  decimal(name: string): number | undefined {
    const text = this.text(name)?.trim();
    return text === undefined || text === '' || Number.isNaN(Number(text)) ? undefined : Number(text);
  }

  flag(name: string): boolean {
    return ['true', '1', 'yes'].includes((this.text(name) ?? '').toLowerCase());
  }

  /** An object or list, which forms carry as JSON text. */
  json(name: string): unknown {
    const value = this.values.get(name);
    if (typeof value !== 'string') return value;
    if (value === '') return undefined;
    try {
      return JSON.parse(value) as unknown;
    } catch {
      throw badRequest(`can't parse ${name.replaceAll('_', ' ')} JSON object`);
    }
  }

  file(name: string): UploadedFile | undefined {
    return this.files.get(name);
  }

  /** For the log of calls: files by their size only. */
  plain(): Record<string, unknown> {
    const files = [...this.files].map(([name, { bytes }]) => [name, `<${bytes.length} bytes>`] as const);
    return Object.fromEntries([...this.values, ...files]);
  }
}

const readBody = async (request: IncomingMessage): Promise<Buffer> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const body = Buffer.concat(parts);
  if (body.length > LARGEST_REQUEST_BYTES) throw new ApiError(413, 'Request Entity Too Large');
  return body;
};

const readJson = (body: Buffer): [string, unknown][] => {
  try {
    return Object.entries(asRecord(JSON.parse(body.toString('utf8'))) ?? {});
  } catch {
    throw badRequest("can't parse JSON object");
  }
};

/** Node marks its own reader as deprecated for large public uploads; for an emulator on loopback it is the right one. */
interface FormReader {
  formData(): Promise<FormData>;
}

const readMultipart = async (body: Buffer, type: string): Promise<Params> => {
  const values = new Map<string, unknown>();
  const files = new Map<string, UploadedFile>();
  const reader: FormReader = new Response(body, { headers: { 'content-type': type } });
  const form = await reader.formData().catch(() => {
    throw badRequest("can't parse multipart form data");
  });
  for (const [name, part] of form) {
    if (typeof part === 'string') values.set(name, part);
    else files.set(name, { bytes: new Uint8Array(await part.arrayBuffer()), name: part.name, mime: part.type });
  }
  return new Params(values, files);
};

export const readParams = async (request: IncomingMessage, url: URL): Promise<Params> => {
  const type = request.headers['content-type'] ?? '';
  const body = await readBody(request);
  if (type.startsWith('multipart/form-data')) return readMultipart(body, type);
  const fromBody = type.startsWith('application/json')
    ? readJson(body)
    : [...new URLSearchParams(type.startsWith('application/x-www-form-urlencoded') ? body.toString('utf8') : '')];
  return new Params(new Map<string, unknown>([...url.searchParams, ...fromBody]));
};

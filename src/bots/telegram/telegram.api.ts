import { Agent } from 'node:https';
import { Telegram, TelegramError } from 'telegraf';
import { AnswerLost } from '../../usecases/ports';
import { leash } from '../leash';
import { PlatformOutage } from '../platform-outage';

/** Telegram understood and said no. */
export class TelegramRefusal extends Error {
  override readonly name = 'TelegramRefusal';

  constructor(
    readonly method: string,
    readonly code: number,
    readonly description: string,
    readonly hints: { readonly retryAfterMs?: number | undefined; readonly migratedTo?: string | undefined } = {},
  ) {
    super(`Telegram refused ${method}: ${code} ${description}`);
  }
}

/** Telegram could not be asked, or could not answer: nothing was done. */
export class TelegramOutage extends PlatformOutage {
  override readonly name = 'TelegramOutage';
}

export interface CallOptions {
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
}

/** The Bot API. Throws `TelegramRefusal`, `TelegramOutage` or `AnswerLost`; none of them holds the token. */
export interface TelegramApi {
  call(method: string, payload?: object, options?: CallOptions): Promise<unknown>;
  /** Null: larger than `maxBytes`. */
  download(path: string, maxBytes: number): Promise<Buffer | null>;
}

export interface TelegramAccess {
  readonly token: string;
  readonly apiRoot: string;
  /** A call without an answer for so long is given up. */
  readonly timeoutMs?: number;
  readonly downloadMs?: number;
}

const TIMEOUT_MS = 15_000;
const DOWNLOAD_MS = 60_000;
/** Shorter than Telegram's: a connection closed over there would lose the next message's answer. */
const IDLE_MS = 10_000;

/** The request never left this machine. */
const notSent = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

const codeOf = (error: unknown): string => {
  if (!(error instanceof Error)) return 'unknown';
  if ('code' in error && typeof error.code === 'string') return error.code;
  return error.cause instanceof Error ? codeOf(error.cause) : error.name;
};

const refusal = (method: string, { code, description, parameters }: TelegramError): TelegramRefusal => {
  const { retry_after: seconds, migrate_to_chat_id: chat } = parameters ?? {};
  return new TelegramRefusal(method, code, description, {
    retryAfterMs: seconds === undefined ? undefined : seconds * 1000,
    migratedTo: chat === undefined ? undefined : String(chat),
  });
};

/** Errors of the client carry the URL, and with it the token: only their code goes on. */
const translated = (method: string, error: unknown): Error => {
  if (error instanceof TelegramError && error.code < 500) return refusal(method, error);
  if (error instanceof TelegramError) return new TelegramOutage(`Telegram failed at ${method}: ${error.code}`);
  const code = codeOf(error);
  return notSent.has(code)
    ? new TelegramOutage(`Telegram could not be reached for ${method}: ${code}`)
    : new AnswerLost(`Telegram did not answer ${method}: ${code}`);
};

const readAtMost = async (body: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Buffer | null> => {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of body) {
    bytes += part.length;
    if (bytes > maxBytes) return null;
    parts.push(part);
  }
  return Buffer.concat(parts);
};

export const createTelegramApi = (access: TelegramAccess): TelegramApi => {
  const { token, apiRoot, timeoutMs: usualMs = TIMEOUT_MS, downloadMs = DOWNLOAD_MS } = access;
  const agent = new Agent({ keepAlive: true, timeout: IDLE_MS, scheduling: 'lifo' });
  const client = new Telegram(token, { apiRoot, agent, webhookReply: false });

  return {
    call: async (method, payload = {}, { timeoutMs = usualMs, signal } = {}) => {
      const held = leash(timeoutMs, signal);
      try {
        // Telegraf's own types know neither newer methods nor Node's AbortSignal.
        const answer: unknown = await Reflect.apply(client.callApi.bind(client), client, [method, payload, held]);
        return answer;
      } catch (error) {
        throw translated(method, error);
      } finally {
        held.end();
      }
    },

    download: async (path, maxBytes) => {
      const held = leash(downloadMs);
      try {
        const file = path.split('/').map(encodeURIComponent).join('/');
        const { signal } = held;
        const response = await fetch(new URL(`./file/bot${token}/${file}`, apiRoot), { signal, redirect: 'error' });
        if (!response.ok || response.body === null) throw new TelegramOutage(`no file: ${response.status}`);
        if (Number(response.headers.get('content-length') ?? 0) > maxBytes) return null;
        return await readAtMost(response.body, maxBytes);
      } catch (error) {
        throw error instanceof TelegramOutage ? error : translated('a download', error);
      } finally {
        held.end();
      }
    },
  };
};

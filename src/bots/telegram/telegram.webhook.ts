import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from '../../usecases/ports';
import type { Lanes } from '../lane';
import type { Attempt } from './attempt-update';
import { laneOf, readUpdate, type TelegramUpdate } from './telegram.update';

export interface WebhookNeeds {
  readonly secretToken: string;
  readonly lanes: Lanes;
  readonly attempt: (update: TelegramUpdate) => Promise<Attempt>;
  readonly log: Logger;
}

export type WebhookHandler = (request: IncomingMessage, response: ServerResponse) => void;

export interface WebhookRoute {
  readonly path: string;
  readonly handler: WebhookHandler;
}

const MAX_BYTES = 1_048_576;
const secretHeader = 'x-telegram-bot-api-secret-token';

/** Without reading what else comes on this connection. */
const refuse = (response: ServerResponse, status: number): void => {
  response.writeHead(status, { connection: 'close', 'content-length': 0 }).end();
};

const answer = (response: ServerResponse, status: number): void => {
  if (response.destroyed) return;
  response.statusCode = status;
  if (status === 503) response.setHeader('retry-after', '1');
  response.end();
};

const checker = (secretToken: string): ((given: string | string[] | undefined) => boolean) => {
  const secret = Buffer.from(secretToken);
  return (given) => {
    const bytes = Buffer.from(typeof given === 'string' ? given : '');
    // The length of the secret is no secret; its letters are.
    return bytes.length === secret.length && timingSafeEqual(bytes, secret);
  };
};

/** Hands over the whole body, or answers by itself when it is too large. */
const readBody = (request: IncomingMessage, response: ServerResponse, whole: (body: Buffer) => void): void => {
  const parts: Buffer[] = [];
  let bytes = 0;
  request.on('data', (part: Buffer) => {
    bytes += part.length;
    if (bytes <= MAX_BYTES) parts.push(part);
    else if (!response.headersSent) refuse(response, 413);
  });
  request.on('end', () => {
    const [first] = parts;
    if (bytes <= MAX_BYTES) whole(parts.length === 1 && first ? first : Buffer.concat(parts));
  });
  // Who breaks off sends it again.
  request.on('error', () => undefined);
};

const parseJson = (body: Buffer): { readonly value: unknown } | null => {
  try {
    return { value: JSON.parse(body.toString('utf8')) as unknown };
  } catch {
    return null;
  }
};

/**
 * Takes one update a request, on a Node server, without a framework. It answers 200 only after the commit;
 * anything else makes Telegram send the update again.
 */
export const createWebhookHandler = ({ secretToken, lanes, attempt, log }: WebhookNeeds): WebhookHandler => {
  const isTelegram = checker(secretToken);

  const take = (response: ServerResponse, body: Buffer): void => {
    const json = parseJson(body);
    if (json === null) {
      answer(response, 400);
      return;
    }
    const read = readUpdate(json.value);
    if (!read.ok) {
      log.warn({ update: read.id, wrong: read.wrong }, 'telegram: an update could not be read and is skipped');
      answer(response, 200);
      return;
    }
    lanes
      .run(laneOf(read.update), () => attempt(read.update))
      .then(
        (outcome) => answer(response, outcome === 'done' ? 200 : 503),
        () => answer(response, 503),
      );
  };

  return (request, response) => {
    if (request.method !== 'POST') refuse(response, 405);
    else if (!isTelegram(request.headers[secretHeader])) refuse(response, 401);
    else if (Number(request.headers['content-length'] ?? 0) > MAX_BYTES) refuse(response, 413);
    else readBody(request, response, (body) => take(response, body));
  };
};

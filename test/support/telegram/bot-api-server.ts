import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { ApiError, badRequest, notFound, tooMany, unauthorized } from './api-error';
import type { Fault } from './faults';
import { BOT_METHODS, LIMITED_METHODS } from './methods/bot-methods';
import type { BotMethod } from './methods/bot-method';
import { Params, readParams } from './request-params';
import type { World } from './world';

/** One call of the bot, for assertions. */
export interface LoggedCall {
  method: string;
  chatId: number | undefined;
  params: Record<string, unknown>;
  at: number;
  /** What stood in its way, if anything. */
  fault: Fault['kind'] | undefined;
  /** The refusal it got; nothing while it waits and when it went well. */
  error: { code: number; description: string } | undefined;
}

interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
  gone: AbortSignal;
}

const KEPT_CALLS = 50_000;

const reset = ({ request }: Exchange): void => {
  request.socket.resetAndDestroy();
};

const answer = ({ response }: Exchange, status: number, body: string | Uint8Array, type: string): void => {
  if (response.headersSent || response.destroyed) return;
  response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(body) }).end(body);
};

const answerJson = (exchange: Exchange, status: number, body: unknown): void =>
  answer(exchange, status, JSON.stringify(body), 'application/json');

const answerStatus = (exchange: Exchange, status: number): void => {
  if (status === 500) answerJson(exchange, 500, new ApiError(500, 'Internal Server Error').body());
  else answer(exchange, status, `<html><body><h1>${status} Bad Gateway</h1></body></html>`, 'text/html');
};

/** The HTTP side of the emulator: `/bot<token>/<method>` and `/file/bot<token>/<path>`. */
export class BotApiServer {
  readonly calls: LoggedCall[] = [];
  private server: Server | undefined;

  constructor(
    private readonly world: World,
    private readonly token: string,
  ) {
    world.onWebhookReply = (method, payload) => void this.callFromWebhook(method, payload);
  }

  async listen(port: number): Promise<number> {
    const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
      void this.serve(request, response);
    });
    this.server = server;
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, '127.0.0.1', resolve);
    });
    return (server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    const { server } = this;
    this.server = undefined;
    if (!server) return;
    await new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const leaving = new AbortController();
    response.once('close', () => leaving.abort());
    const exchange = { request, response, gone: leaving.signal };
    try {
      await this.route(exchange);
    } catch (error) {
      if (error instanceof ApiError) answerJson(exchange, error.code, error.body());
      else if (!exchange.gone.aborted) answerJson(exchange, 500, new ApiError(500, String(error)).body());
    }
  }

  private async route(exchange: Exchange): Promise<void> {
    const url = new URL(exchange.request.url ?? '/', 'http://telegram');
    const path = decodeURIComponent(url.pathname);
    const [, file, token, rest] = /^\/(file\/)?bot([^/]+)\/(.+)$/.exec(path) ?? [];
    if (token === undefined || rest === undefined) throw notFound();
    if (token !== this.token) throw unauthorized();
    if (file !== undefined) return this.download(exchange, rest);
    const params = await readParams(exchange.request, url);
    return this.call(exchange, rest, params);
  }

  private async download(exchange: Exchange, path: string): Promise<void> {
    const work = (): void => {
      const bytes = this.world.files.bytesAt(path);
      if (!bytes) throw notFound();
      answer(exchange, 200, bytes, 'application/octet-stream');
    };
    const fault = this.world.faults.next('file', undefined);
    if (fault && !(await this.hinder(exchange, fault))) return;
    if (fault?.kind === 'reset-after') reset(exchange);
    else work();
  }

  private async call(exchange: Exchange, name: string, params: Params): Promise<void> {
    const method = BOT_METHODS.get(name.toLowerCase());
    if (!method) throw notFound();
    const chatId = params.integer('chat_id');
    const fault = this.world.faults.next(name.toLowerCase(), chatId);
    const logged = this.log({ method: name, chatId, params: params.plain(), fault: fault?.kind });
    try {
      if (fault && !(await this.hinder(exchange, fault))) return;
      const result = await this.run(method, name, params, exchange.gone);
      if (fault?.kind === 'hang-after') await this.linger(fault.ms, exchange.gone);
      if (fault?.kind === 'reset-after') reset(exchange);
      else answerJson(exchange, 200, { ok: true, result });
    } catch (error) {
      if (error instanceof ApiError) logged.error = { code: error.code, description: error.description };
      throw error;
    }
  }

  private log(call: Omit<LoggedCall, 'at' | 'error'>): LoggedCall {
    if (this.calls.length >= KEPT_CALLS) this.calls.splice(0, KEPT_CALLS / 2);
    const logged: LoggedCall = { ...call, at: this.world.seconds(), error: undefined };
    this.calls.push(logged);
    return logged;
  }

  private async linger(ms: number, gone: AbortSignal): Promise<void> {
    await pause(ms, undefined, { signal: gone }).catch(() => undefined);
  }

  /** False when the call ends here, without its work. */
  private async hinder(exchange: Exchange, fault: Fault): Promise<boolean> {
    switch (fault.kind) {
      case 'status':
        answerStatus(exchange, fault.status);
        return false;
      case 'reset-before':
        reset(exchange);
        return false;
      case 'hang':
        await this.linger(fault.ms, exchange.gone);
        return !exchange.gone.aborted;
      case 'retry-after':
        throw tooMany(fault.seconds);
      case 'refuse':
        throw new ApiError(fault.code, fault.description);
      case 'reset-after':
      case 'hang-after':
        return true;
    }
  }

  private run(method: BotMethod, name: string, params: Params, gone: AbortSignal): unknown {
    if (LIMITED_METHODS.has(name.toLowerCase())) {
      const media = params.json('media');
      this.world.limiter.spend(params.integer('chat_id') ?? 0, Array.isArray(media) ? media.length : 1);
    }
    return method({ world: this.world, params, gone });
  }

  private async callFromWebhook(name: string, payload: Record<string, unknown>): Promise<void> {
    const params = new Params(new Map(Object.entries(payload)));
    const logged = this.log({ method: name, chatId: params.integer('chat_id'), params: payload, fault: undefined });
    const method = BOT_METHODS.get(name.toLowerCase());
    try {
      if (!method) throw badRequest('unknown method');
      await this.run(method, name, params, new AbortController().signal);
    } catch (error) {
      // As on Telegram, nobody hears of it but the log.
      const known = error instanceof ApiError ? error : new ApiError(500, String(error));
      logged.error = { code: known.code, description: known.description };
    }
  }
}

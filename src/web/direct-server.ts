import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';

/** A path that is served without the framework, because every microsecond of it counts; it checks all by itself. */
export interface DirectRoute {
  readonly path: string;
  readonly handler: (request: IncomingMessage, response: ServerResponse) => void;
}

export interface DirectServerNeeds {
  readonly direct: readonly DirectRoute[];
  readonly requestTimeoutMs: number;
  readonly keepAliveMs: number;
  /** Nothing new is taken any more. */
  readonly stopping: () => boolean;
}

const comeAgain = (response: ServerResponse): void => {
  response.writeHead(503, { connection: 'close', 'retry-after': '1', 'content-length': '0' }).end();
};

/** Requests for a direct route go there; all others go to the framework, as if this were not here. */
export const createDirectServer =
  ({ direct, requestTimeoutMs, keepAliveMs, stopping }: DirectServerNeeds) =>
  (framework: RequestListener): Server => {
    const handlers = new Map(direct.map(({ path, handler }) => [path, handler]));
    const server = createServer((request, response) => {
      const handler = handlers.get(request.url ?? '');
      if (handler === undefined) framework(request, response);
      else if (stopping()) comeAgain(response);
      else handler(request, response);
    });
    server.requestTimeout = requestTimeoutMs;
    server.keepAliveTimeout = keepAliveMs;
    return server;
  };

import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';

export interface MetricsNeeds {
  /** The figures as Prometheus reads them. */
  readonly text: () => Promise<string>;
  /** Null: only this machine may ask. */
  readonly token: string | null;
  readonly onRequest: (request: { method: string; route: string; status: number; seconds: number }) => void;
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

const isLoopback = (address: string | undefined): boolean =>
  address !== undefined && /^(?:127\.|::1$|::ffff:127\.)/.test(address);

/** A proxy on this machine is not this machine: what it hands on says for whom. */
const fromHere = ({ socket, headers }: FastifyRequest): boolean =>
  isLoopback(socket.remoteAddress) && headers['x-forwarded-for'] === undefined && headers.forwarded === undefined;

const mayAsk = (request: FastifyRequest, token: string | null): boolean =>
  token === null
    ? fromHere(request)
    : timingSafeEqual(digest(request.headers.authorization ?? ''), digest(`Bearer ${token}`));

/** `/metrics`, to this machine or whoever has the token; and every request is timed by its own route. */
export const metricsRoutes = (app: FastifyInstance, { text, token, onRequest }: MetricsNeeds): void => {
  app.get('/metrics', async (request, reply) => {
    void reply.header('cache-control', 'no-store');
    if (!mayAsk(request, token)) return reply.code(403).send({ error: 'The figures are not for everybody.' });
    return reply.type('text/plain; version=0.0.4; charset=utf-8').send(await text());
  });
  app.addHook('onResponse', (request, reply, done) => {
    onRequest({
      method: request.method,
      route: request.routeOptions.url ?? 'none',
      status: reply.statusCode,
      seconds: reply.elapsedTime / 1000,
    });
    done();
  });
};

import { randomUUID } from 'node:crypto';
import helmet from '@fastify/helmet';
import Fastify, { type FastifyInstance, type FastifyPluginAsync, type FastifyPluginCallback } from 'fastify';
import { inLogContext } from '../log-context';
import type { Logger } from '../usecases/ports';
import { answerErrors } from './answer-errors';
import { createDirectServer, type DirectRoute } from './direct-server';
import { healthRoutes, type Probe } from './health-routes';
import { metricsRoutes, type MetricsNeeds } from './metrics-routes';

export interface WebNeeds {
  readonly host: string;
  readonly port: number;
  readonly log: Logger;
  /** What must be there for the program to be ready: database, queue, bots. */
  readonly probes: Readonly<Record<string, Probe>>;
  /** Routes of the edges: the sandbox. */
  readonly plugins: readonly (FastifyPluginAsync | FastifyPluginCallback)[];
  /** Served without fastify: a webhook. */
  readonly direct?: readonly DirectRoute[];
  /** The program's figures; without them there are none. */
  readonly metrics?: MetricsNeeds;
  /** Where `/` leads; null: to `/healthz`. */
  readonly home: string | null;
}

export interface Web {
  /** For tests: answers requests without a port. */
  readonly app: FastifyInstance;
  /** Listens and says where. Port 0: any free one. */
  start(): Promise<string>;
  /** Ends what is open and answers nothing new. */
  stop(): Promise<void>;
}

/** Only our own files run: no inline script, no frame around us, nothing from elsewhere. */
const contentSecurityPolicy = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'self'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'", 'data:', 'blob:'],
    mediaSrc: ["'self'", 'blob:'],
    connectSrc: ["'self'"],
    objectSrc: ["'none'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
  },
};

const requestTimeoutMs = 120_000;
const keepAliveMs = 72_000;

/** Whoever was answered badly can say which request it was; the lines of the log bear the same name. */
const nameRequests = (app: FastifyInstance): void => {
  app.addHook('onRequest', (request, reply, done) => {
    void reply.header('x-request-id', request.id);
    inLogContext({ request: request.id }, done);
  });
};

/** The program's one HTTP server. In: routes and probes. Out: where it listens. */
export const createWeb = async (needs: WebNeeds): Promise<Web> => {
  const { host, port, log, probes, plugins, direct = [], home, metrics } = needs;
  let stopping = false;
  const serverFactory = createDirectServer({ direct, requestTimeoutMs, keepAliveMs, stopping: () => stopping });
  const app = Fastify({ logger: false, forceCloseConnections: 'idle', serverFactory, genReqId: () => randomUUID() });
  // Plain HTTP on loopback: no promise of HTTPS is made for others' ports.
  await app.register(helmet, { contentSecurityPolicy, strictTransportSecurity: false });
  nameRequests(app);
  answerErrors(app, log);
  healthRoutes(app, probes);
  if (metrics) metricsRoutes(app, metrics);
  app.get('/', (_request, reply) => reply.redirect(home ?? '/healthz'));
  for (const plugin of plugins) await app.register(plugin);
  const stop = async (): Promise<void> => {
    stopping = true;
    await app.close();
  };
  return { app, start: () => app.listen({ host, port }), stop };
};

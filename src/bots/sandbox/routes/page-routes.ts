import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { join } from 'node:path';

/** The page needs no build: it is served from the package itself, also when the program runs from dist. */
const pageFolder = join(__dirname, '..', '..', '..', '..', 'src', 'bots', 'sandbox', 'page');

export const pageRoutes = async (app: FastifyInstance): Promise<void> => {
  await app.register(fastifyStatic, { root: pageFolder, prefix: '/sandbox/page/', cacheControl: false });
  app.get('/sandbox/', (_request, reply) => reply.redirect('/sandbox'));
  app.get('/sandbox', (_request, reply) => reply.sendFile('index.html'));
};

import type { FastifyInstance } from 'fastify';
import type { ServerResponse } from 'node:http';
import type { Changes } from '../changes';

const beatMs = 15_000;

/** Server-sent events: the page hears which message came or changed, and asks for it. */
export const liveRoutes = (app: FastifyInstance, changes: Changes): void => {
  const open = new Set<ServerResponse>();

  app.addHook('preClose', () => {
    for (const response of open) response.end();
    return Promise.resolve();
  });

  app.get('/sandbox/api/live', (request, reply) => {
    reply.hijack();
    const { raw } = reply;
    raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    raw.write('retry: 1000\n\n');
    const stop = changes.listen((change) => raw.write(`data: ${JSON.stringify(change)}\n\n`));
    // Without a word now and then, a connection that died is never noticed.
    const beat = setInterval(() => raw.write(': still here\n\n'), beatMs);
    open.add(raw);
    request.raw.on('close', () => {
      clearInterval(beat);
      stop();
      open.delete(raw);
    });
  });
};

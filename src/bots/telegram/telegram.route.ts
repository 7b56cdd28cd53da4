import type { FastifyPluginCallback } from 'fastify';
import type { WebhookHandler } from './telegram.webhook';

/** The webhook inside fastify: its own body parser never sees the body, so the secret is checked before it is read. */
export const webhookRoute =
  (path: string, handler: WebhookHandler): FastifyPluginCallback =>
  (app, _options, done) => {
    app.post(path, {
      onRequest: (request, reply, next) => {
        reply.hijack();
        handler(request.raw, reply.raw);
        next();
      },
      handler: () => undefined,
    });
    done();
  };

import multipart from '@fastify/multipart';
import type { FastifyError, FastifyPluginAsync, FastifyReply } from 'fastify';
import { LanesFull } from '../../lane';
import { Problem } from '../problem';
import { NotSettled } from '../settle';
import { chatRoutes, type ChatRoutesNeeds } from './chat-routes';
import { liveRoutes } from './live-routes';
import { lookRoutes, type LookRoutesNeeds } from './look-routes';
import { largestBodyBytes, messageRoutes, type MessageRoutesNeeds } from './message-routes';
import { pageRoutes } from './page-routes';

export type SandboxRoutesNeeds = ChatRoutesNeeds & MessageRoutesNeeds & LookRoutesNeeds;

const sendProblem = (reply: FastifyReply, { statusCode, message, expected }: Problem): FastifyReply =>
  reply.code(statusCode).send({ error: message, ...(expected.length > 0 && { expected }) });

/** Errors that a person or a test can do something about; the rest is the server's to say. */
const asProblem = (error: FastifyError): Problem => {
  if (error instanceof Problem) return error;
  if (error instanceof NotSettled) return new Problem(503, error.message);
  if (error instanceof LanesFull) return new Problem(503, `${error.message}. Try again in a moment.`);
  if (error.statusCode === 413) return new Problem(413, 'The message is too large.', ['64 MB in all at most']);
  if (error.statusCode !== undefined && error.statusCode < 500) return new Problem(400, error.message);
  throw error;
};

/** A page of another site must not speak through the browser of whoever tries the sandbox. */
const isForeign = (origin: string | undefined, host: string | undefined): boolean =>
  origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== host);

const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/u;

/** Only loopback's own names: a stranger's name that was made to lead here would be a page of the same origin. */
const isLoopback = (host: string | undefined): boolean =>
  host !== undefined && URL.canParse(`http://${host}`) && loopback.test(new URL(`http://${host}`).hostname);

export const sandboxRoutes =
  (needs: SandboxRoutesNeeds): FastifyPluginAsync =>
  async (app) => {
    await app.register(multipart, { limits: { fileSize: largestBodyBytes, files: 20, fields: 20 } });
    app.setErrorHandler((error: FastifyError, _request, reply) => sendProblem(reply, asProblem(error)));
    app.addHook('onRequest', async ({ headers }, reply) => {
      if (!isLoopback(headers.host) || isForeign(headers.origin, headers.host))
        await sendProblem(reply, new Problem(403, 'The sandbox answers its own page and programs only.'));
    });
    chatRoutes(app, needs);
    messageRoutes(app, needs);
    lookRoutes(app, needs);
    liveRoutes(app, needs.changes);
    await pageRoutes(app);
  };

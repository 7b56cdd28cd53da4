import cookie from '@fastify/cookie';
import csrfProtection from '@fastify/csrf-protection';
import formbody from '@fastify/formbody';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import type { FastifyError, FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import type { Person } from '../../domain/community/community';
import { findReader, mayOpen, type Reader, type ReaderPorts } from '../../usecases/pages/find-reader';
import type { Clock, Logger } from '../../usecases/ports';
import type { Writes } from '../../usecases/ports-of-pages';
import { assetRoutes } from './assets';
import { createSendAnswer, drawAnswer, type Drawn } from './send-answer';
import { errorMain, errorPart, errorWords } from './error-page';
import { bringsFiles, browserOf, limitOf } from './guard-files';
import { guardHost } from './guard-host';
import type { Asked, Answer, PageRoute } from './page-route';
import { keepPages } from './kept-pages';
import { readAsked } from './read-asked';
import { commonRoutes } from './common-routes';
import { cookieOptions, sessionCookie } from './session-cookie';
import { bytesOf } from './slots';

export interface PagesNeeds extends ReaderPorts {
  /** Signs cookies. */
  readonly secret: string;
  /** Where people reach us; null: only this machine, or a network without names. */
  readonly publicUrl: string | null;
  readonly routes: readonly PageRoute[];
  readonly log: Logger;
  readonly clock: Clock;
  readonly writes: Writes;
}

const photoBytes = 20 * 1024 * 1024;

/** A form that lay open for too long, or in whose browser somebody else signed in meanwhile. */
const isStaleForm = ({ code }: Partial<FastifyError>): boolean => code?.startsWith('FST_CSRF') ?? false;

const statusOf = (error: FastifyError): number => (isStaleForm(error) ? 409 : (error.statusCode ?? 500));

/** Pages are private: nobody on the way keeps them, and another site learns nothing of their addresses. */
const privately = async (_request: FastifyRequest, reply: FastifyReply): Promise<void> => {
  reply.header('cache-control', 'private, no-store').header('referrer-policy', 'same-origin');
  return Promise.resolve();
};

const register = async (app: FastifyInstance, { secret, publicUrl }: PagesNeeds): Promise<void> => {
  await app.register(cookie, { secret });
  await app.register(formbody);
  await app.register(multipart, {
    attachFieldsToBody: 'keyValues',
    limits: { fileSize: photoBytes, files: 6, fields: 40 },
  });
  await app.register(rateLimit, { global: false, keyGenerator: browserOf });
  await app.register(csrfProtection, {
    cookieKey: 'linli-form',
    cookieOpts: cookieOptions(publicUrl),
    getUserInfo: (request) => sessionCookie.read(request) ?? 'nobody',
    getToken: (request) => formToken(request.body),
    csrfOpts: { hmacKey: secret },
  });
};

const formToken = (body: unknown): string | undefined => {
  const token: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, '_csrf') : undefined;
  return typeof token === 'string' ? token : undefined;
};

/** Every page of the program. In: the routes. Out: a plugin for the web server. */
export const createPages =
  (needs: PagesNeeds): FastifyPluginAsync =>
  async (app) => {
    const routes = [...needs.routes, ...commonRoutes(needs)];
    const drawing = { ...needs, routes };
    const send = createSendAnswer(drawing);
    const kept = keepPages<Drawn | Answer | 401 | 403>();
    await register(app, needs);
    guardHost(app, needs.publicUrl);
    app.addHook('onRequest', privately);
    assetRoutes(app);

    const readerOf = async (request: FastifyRequest, written: string | null = null): Promise<Reader | null> => {
      const token = sessionCookie.read(request);
      return token === null ? null : findReader(needs, token, written);
    };

    const answerOf = async (route: PageRoute, asked: Asked, person: Person | null): Promise<Answer | 401 | 403> => {
      if (route.who === 'anyone') return route.answer(asked);
      if (!person) return 401;
      if (!mayOpen(route.who, person, await needs.communities.current())) return 403;
      return route.answer({ ...asked, person });
    };

    /** The same page for the same reader, until something is written or the minute is over. */
    const answerKept = async (
      route: PageRoute,
      { asked, reader, written, url }: { asked: Asked; reader: Reader; written: string; url: string },
    ): Promise<Drawn | Answer | 401 | 403> => {
      const { person } = reader;
      const minute = needs.clock.now().toISOString().slice(0, 'YYYY-MM-DDTHH:MM'.length);
      const same = [written, minute, person, await needs.communities.current()];
      const name = JSON.stringify([person.id, asked.language, asked.partial, url]);
      return kept(name, same, async () => {
        const answer = await answerOf(route, asked, person);
        if (typeof answer === 'number' || (answer.kind !== 'page' && answer.kind !== 'part'))
          return { page: answer, bytes: null };
        const drawn = await drawAnswer(answer, asked, reader, drawing);
        const keptMs = answer.kind === 'page' ? answer.keptMs : undefined;
        return { page: drawn, bytes: bytesOf(drawn.html) + name.length, keptMs };
      });
    };

    const sendError = async (status: number, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
      const reader = await readerOf(request).catch(() => null);
      const asked = readAsked(request, reader);
      const words = errorWords(status, asked.language);
      const answer: Answer = asked.partial
        ? { kind: 'part', main: errorPart(words) }
        : { kind: 'page', title: words.title, main: errorMain(words), bare: true };
      return send(answer, asked, reader, reply.code(status));
    };

    /** Before a file is read: whoever may not send it sends nothing. */
    const refuseFiles = async (route: PageRoute, request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
      if (route.method === 'GET' || !bringsFiles(request)) return undefined;
      if (route.files !== true) return sendError(415, request, reply);
      if (route.who === 'anyone') return undefined;
      const reader = await readerOf(request);
      if (!reader) return sendError(401, request, reply);
      const { person } = reader;
      return mayOpen(route.who, person, await needs.communities.current()) ? undefined : sendError(403, request, reply);
    };

    app.setErrorHandler(async (error: FastifyError, request, reply) => {
      const status = statusOf(error);
      if (status >= 500)
        needs.log.error({ err: error, method: request.method, url: request.routeOptions.url }, 'A page failed.');
      return sendError(status, request, reply);
    });

    for (const route of routes)
      app.route({
        method: route.method,
        url: route.path,
        ...(route.bodyLimit === undefined ? {} : { bodyLimit: route.bodyLimit }),
        config: { rateLimit: limitOf(route) },
        onRequest: (request, reply) => refuseFiles(route, request, reply),
        ...(route.method === 'POST'
          ? { preHandler: (request, reply, next) => app.csrfProtection(request, reply, next) }
          : {}),
        handler: async (request, reply) => {
          const written = route.kept === true ? await needs.writes.last() : null;
          const reader = await readerOf(request, written);
          const asked = readAsked(request, reader);
          const answer = await (reader && written !== null
            ? answerKept(route, { asked, reader, written, url: request.url })
            : answerOf(route, asked, reader?.person ?? null));
          if (answer === 401 && route.method === 'GET' && !asked.partial)
            return send({ kind: 'go', to: `/sign-in?to=${encodeURIComponent(request.url)}` }, asked, reader, reply);
          if (answer === 401 || answer === 403) return sendError(answer, request, reply);
          if (answer.kind === 'nothing') return sendError(404, request, reply);
          return send(answer, asked, reader, reply);
        },
      });
  };

import type { FastifyError, FastifyInstance } from 'fastify';
import type { Logger } from '../usecases/ports';

/** Errors as JSON. What went wrong inside is for the log: never a stack, a query or an address in an answer. */
export const answerErrors = (app: FastifyInstance, log: Logger): void => {
  app.setNotFoundHandler((request, reply) => reply.code(404).send({ error: `There is nothing at ${request.url}.` }));

  app.setErrorHandler((error: FastifyError, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status < 500) return reply.code(status).send({ error: error.message });
    log.error({ err: error, method: request.method, url: request.routeOptions.url }, 'A request failed.');
    return reply.code(status).send({ error: 'Something went wrong here. It is in the log; please try again.' });
  });
};

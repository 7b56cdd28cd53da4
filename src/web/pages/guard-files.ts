import type { RateLimitOptions } from '@fastify/rate-limit';
import type { FastifyRequest } from 'fastify';
import type { PageRoute } from './page-route';
import { sessionCookie } from './session-cookie';

/** So many forms and pages with secrets a minute from one browser, where the route says nothing else. */
const postsPerMinute = 60;

/** So many forms with files: each may fill the memory with 120 MB. */
const filesPerMinute = 10;

const plainForm = 'application/x-www-form-urlencoded';

/** Whether the body is anything but a plain form. Types are compared as those compare them who read the body. */
export const bringsFiles = (request: FastifyRequest): boolean => {
  const [type = ''] = (request.headers['content-type'] ?? '').split(';');
  return !['', plainForm].includes(type.trim().toLowerCase());
};

export const browserOf = (request: FastifyRequest): string => sessionCookie.read(request) ?? request.ip;

/** How often a route may be asked; forms with files are counted by themselves. */
export const limitOf = (route: PageRoute): Partial<RateLimitOptions> | false => {
  if (route.method === 'GET' && route.perMinute === undefined) return false;
  const max = route.perMinute ?? postsPerMinute;
  if (route.files !== true) return { max, timeWindow: 60_000 };
  return {
    max: (request) => (bringsFiles(request) ? Math.min(max, filesPerMinute) : max),
    keyGenerator: (request) => `${browserOf(request)}${bringsFiles(request) ? ' files' : ''}`,
    timeWindow: 60_000,
  };
};

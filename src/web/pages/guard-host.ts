import type { FastifyInstance } from 'fastify';

const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/u;

const hostName = (host: string | undefined): string | null =>
  host !== undefined && URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : null;

/** Where people reach us, and this machine itself: a stranger's name that was made to lead here is no page of ours. */
const isOurs = (host: string | undefined, publicUrl: string | null): boolean => {
  const name = hostName(host);
  if (name === null) return false;
  return loopback.test(name) || (publicUrl === null ? isAddress(name) : name === new URL(publicUrl).hostname);
};

/** A number on a network that has no names; nobody can make a name of theirs into one. */
const isAddress = (name: string): boolean => /^(?:\d{1,3}(?:\.\d{1,3}){3}|\[[\da-f:.]+\])$/u.test(name);

const refused = (message: string, statusCode: number): Error => Object.assign(new Error(message), { statusCode });

/**
 * Forms come from our own pages only. Browsers say where a request comes from; what says nothing is no browser, and
 * has no cookies that somebody else could use.
 */
const isForeign = (headers: Readonly<Record<string, string | string[] | undefined>>): boolean => {
  const site = headers['sec-fetch-site'];
  if (typeof site === 'string') return site !== 'same-origin' && site !== 'none';
  const { origin, host } = headers;
  if (origin === undefined || origin === 'null') return origin === 'null';
  return typeof origin !== 'string' || !URL.canParse(origin) || new URL(origin).host !== host;
};

/** Refuses other names of this machine, and forms of other sites; the token in each form is asked for besides. */
export const guardHost = (app: FastifyInstance, publicUrl: string | null): void => {
  app.addHook('onRequest', (request, _reply, done) => {
    const { headers, method } = request;
    const sends = method !== 'GET' && method !== 'HEAD';
    if (!isOurs(headers.host, publicUrl)) done(refused('Another host name.', 421));
    else if (sends && isForeign(headers)) done(refused('A form of another site.', 403));
    else done();
  });
};

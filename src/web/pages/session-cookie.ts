import type { CookieSerializeOptions } from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Whether the browser may send it over plain HTTP: only where people reach us without TLS. */
const isSecure = (publicUrl: string | null): boolean => publicUrl?.startsWith('https:') ?? false;

export const cookieOptions = (publicUrl: string | null): CookieSerializeOptions => ({
  path: '/',
  httpOnly: true,
  // Lax, not strict: people come by a link from a chat.
  sameSite: 'lax',
  secure: isSecure(publicUrl),
  signed: true,
});

export const readCookie = (request: FastifyRequest, name: string): string | null => {
  const raw = request.cookies[name];
  if (raw === undefined) return null;
  const { valid, value } = request.unsignCookie(raw);
  return valid ? value : null;
};

const name = 'linli';

/** The one cookie that says who somebody is. */
export const sessionCookie = {
  read: (request: FastifyRequest): string | null => readCookie(request, name),
  set: (reply: FastifyReply, token: string, publicUrl: string | null): void =>
    void reply.setCookie(name, token, cookieOptions(publicUrl)),
  clear: (reply: FastifyReply): void => void reply.clearCookie(name, { path: '/' }),
};

import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyReply } from 'fastify';
import { sessionCookie } from './session-cookie';
import { filled, type Slotted } from './slots';

const squeeze = promisify(gzip);
/** Less than this goes in a packet or two as it is. */
const worthIt = 2_000;
/** Hardly more work than none, and lists are a tenth of what they were. */
const level = 3;

const takesGzip = (reply: FastifyReply): boolean =>
  /(?:^|,)\s*gzip\s*(?:,|;(?!\s*q=0(?:\.0*)?\s*(?:,|$))|$)/u.test(reply.request.headers['accept-encoding'] ?? '');

/** Of this session, salted anew each time: a squeezed page gives none of it away. */
const tokenFor = (reply: FastifyReply): string =>
  reply.generateCsrf({ userInfo: sessionCookie.read(reply.request) ?? 'nobody' });

/** A page on a poor network is as heavy as it is on the wire: squeezed for whoever takes it. */
export const sendHtml = async (reply: FastifyReply, page: Slotted): Promise<FastifyReply> => {
  const bytes = filled(page, () => tokenFor(reply));
  reply.type('text/html; charset=utf-8').header('vary', 'accept-encoding');
  if (bytes.length < worthIt || !takesGzip(reply)) return reply.send(bytes);
  return reply.header('content-encoding', 'gzip').send(await squeeze(bytes, { level }));
};

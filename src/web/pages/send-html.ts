import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyReply } from 'fastify';
import type { Html } from './page-route';

const squeeze = promisify(gzip);
/** Less than this goes in a packet or two as it is. */
const worthIt = 2_000;
/** Hardly more work than none, and lists are a tenth of what they were. */
const level = 3;

const takesGzip = (reply: FastifyReply): boolean =>
  /(?:^|,)\s*gzip\s*(?:,|;(?!\s*q=0(?:\.0*)?\s*(?:,|$))|$)/u.test(reply.request.headers['accept-encoding'] ?? '');

/** A page on a poor network is as heavy as it is on the wire: squeezed for whoever takes it. The token of forms is salted anew each time. */
export const sendHtml = async (reply: FastifyReply, text: Html): Promise<FastifyReply> => {
  reply.type('text/html; charset=utf-8').header('vary', 'accept-encoding');
  if (text.length < worthIt || !takesGzip(reply)) return reply.send(text);
  return reply.header('content-encoding', 'gzip').send(await squeeze(text, { level }));
};

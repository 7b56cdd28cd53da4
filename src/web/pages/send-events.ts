import type { FastifyReply } from 'fastify';

const beatMs = 15_000;
/** A browser asks again by itself; so who may no longer look is not told for long. */
const longestMs = 5 * 60_000;

/** Server-sent events: the page hears that something changed, and asks for it. */
export const sendEvents = (
  listen: (send: (event: string) => void) => () => void,
  reply: FastifyReply,
): FastifyReply => {
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'private, no-store',
    'x-content-type-options': 'nosniff',
    'x-accel-buffering': 'no',
  });
  raw.write('retry: 2000\n\n');
  const stop = listen((event) => raw.write(`data: ${event.replace(/[\r\n]/gu, ' ')}\n\n`));
  // Without a word now and then, a connection that died is never noticed.
  const beat = setInterval(() => raw.write(': still here\n\n'), beatMs);
  const end = setTimeout(() => raw.end(), longestMs);
  raw.on('close', () => {
    clearInterval(beat);
    clearTimeout(end);
    stop();
  });
  return reply;
};

import type { FastifyReply } from 'fastify';
import { mayOpen, type Reader } from '../../usecases/pages/find-reader';
import type { Communities } from '../../usecases/ports';
import { layout } from './layout';
import { ownPath } from './own-path';
import type { Answer, Asked, Html, PageRoute } from './page-route';
import { sendEvents } from './send-events';
import { sendHtml } from './send-html';
import { cookieOptions, sessionCookie } from './session-cookie';
import { slotted, type Slotted } from './slots';

export interface SendNeeds {
  readonly communities: Communities;
  readonly publicUrl: string | null;
  readonly routes: readonly PageRoute[];
}

/** A page, or a part of one, as it goes out. */
export interface Drawn {
  readonly kind: 'drawn';
  readonly html: Slotted;
  readonly status: number | null;
  readonly picturesOf: string | null;
}

type Send = (answer: Answer | Drawn, asked: Asked, reader: Reader | null, reply: FastifyReply) => Promise<FastifyReply>;

const fileName = (name: string): string => `attachment; filename*=UTF-8''${encodeURIComponent(name)}`;

const sendFile = ({ type, bytes, saveAs, keepSeconds }: Extract<Answer, { kind: 'file' }>, reply: FastifyReply) => {
  if (saveAs !== undefined) reply.header('content-disposition', fileName(saveAs));
  // Whoever sits down at this computer next has another cookie, and finds nothing of it.
  if (keepSeconds !== undefined)
    reply.header('cache-control', `private, max-age=${keepSeconds}, immutable`).header('vary', 'cookie');
  return reply.type(type).send(bytes);
};

/** htmx follows an address that it is told of; browsers follow a 303 with a GET. */
const leadTo = (to: string, asked: Asked, reply: FastifyReply): FastifyReply => {
  const own = ownPath(to) ?? '/board';
  return asked.partial ? reply.header('hx-redirect', own).code(204).send() : reply.redirect(own, 303);
};

/** The page's rules are those of all pages, and this one origin for pictures besides. */
const letPicturesIn = (origin: string, reply: FastifyReply): void => {
  const rules = String(reply.getHeader('content-security-policy') ?? '');
  reply.header('content-security-policy', rules.replace("img-src 'self'", `img-src 'self' ${origin}`));
};

const sendDrawn = ({ html, status, picturesOf }: Drawn, reply: FastifyReply): Promise<FastifyReply> => {
  if (picturesOf !== null) letPicturesIn(picturesOf, reply);
  return sendHtml(reply.code(status ?? reply.statusCode), html);
};

const pageText = async (
  answer: Extract<Answer, { kind: 'page' }>,
  asked: Asked,
  reader: Reader | null,
  { communities, routes }: SendNeeds,
): Promise<Html> => {
  const community = await communities.current();
  const nav = routes.flatMap(({ path, nav: label, who }) =>
    label && reader && who !== 'anyone' && mayOpen(who, reader.person, community) && answer.bare !== true
      ? [{ path, label: label[asked.language] }]
      : [],
  );
  return layout({
    ...{ language: asked.language, title: answer.title, main: answer.main, community: community.name },
    ...{ reader: reader?.person.name ?? null, nav, path: asked.path, csrf: asked.csrf, files: answer.files ?? [] },
    indexed: answer.indexed === true,
  });
};

/** A page or a part, drawn for its reader. */
export const drawAnswer = async (
  answer: Extract<Answer, { kind: 'page' | 'part' }>,
  asked: Asked,
  reader: Reader | null,
  needs: SendNeeds,
): Promise<Drawn> => ({
  kind: 'drawn',
  html: slotted(answer.kind === 'part' ? answer.main : await pageText(answer, asked, reader, needs)),
  status: answer.status ?? null,
  picturesOf: (answer.kind === 'page' ? answer.picturesOf : null) ?? null,
});

/** What was not done, or failed, takes no list's place: it stands where alerts do. */
const standApart = (status: number, reply: FastifyReply): void => {
  if (status >= 400) reply.header('hx-retarget', '#refused').header('hx-reswap', 'innerHTML');
};

/** Puts an answer on the wire. */
export const createSendAnswer = (needs: SendNeeds): Send => {
  const send: Send = async (answer, asked, reader, reply) => {
    switch (answer.kind) {
      case 'drawn':
        return sendDrawn(answer, reply);
      case 'page':
      case 'part':
        if (answer.kind === 'part') standApart(answer.status ?? reply.statusCode, reply);
        return sendDrawn(await drawAnswer(answer, asked, reader, needs), reply);
      case 'go':
        return leadTo(answer.to, asked, reply);
      case 'file':
        return sendFile(answer, reply);
      case 'events':
        return sendEvents(answer.listen, reply);
      case 'nothing':
        return reply.code(404).send();
      case 'signed-in':
        sessionCookie.set(reply, answer.token, needs.publicUrl);
        return leadTo(answer.to, asked, reply);
      case 'signed-out':
        sessionCookie.clear(reply);
        // What it kept for some minutes is not left to whoever sits down next.
        return leadTo(answer.to, asked, reply.header('clear-site-data', '"cache"'));
      case 'keep': {
        const options = { ...cookieOptions(needs.publicUrl), maxAge: answer.minutes * 60 };
        reply.setCookie(answer.name, answer.value, options);
        return send(answer.then, asked, reader, reply);
      }
    }
  };
  return send;
};

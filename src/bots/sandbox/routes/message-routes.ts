import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { SandboxStore } from '../../../usecases/sandbox-store';
import { seenMessage } from '../look';
import { notFound, Problem, read } from '../problem';
import type { Posted, Room } from '../room';
import { isShown, readFileName } from '../sandbox-file';
import {
  ChatParams,
  Choose,
  EditText,
  FileParams,
  MessageParams,
  MessagesQuery,
  NewMessage,
  NewMessageFields,
} from '../sandbox.requests';

export interface MessageRoutesNeeds {
  readonly store: Pick<SandboxStore, 'chat' | 'message' | 'messages' | 'readFile'>;
  readonly room: Room;
}

/** A photo of 40 MB as base64, and the words around it. */
export const largestBodyBytes = 64 * 1024 * 1024;

const nothing = { text: '', replyTo: null, location: null, photos: [], voice: null, album: null, id: null };

const fromJson = (body: unknown): Posted => {
  const { photo, ...rest } = read(NewMessage, body);
  const { from, text, replyTo = null, location = null, voice = null, album = null, id = null } = rest;
  return { from, text, replyTo, location, photos: photo ? [photo] : [], voice, album, id };
};

const fromMultipart = async (request: FastifyRequest): Promise<Posted> => {
  const fields: Record<string, unknown> = {};
  const photos: Buffer[] = [];
  for await (const part of request.parts()) {
    if (part.type === 'field') fields[part.fieldname] = part.value;
    else if (part.fieldname === 'photo') photos.push(await part.toBuffer());
    else throw new Problem(400, `A file named "${part.fieldname}" is not expected.`, ['files named photo']);
  }
  const { from, text, replyTo = null, album = null, id = null } = read(NewMessageFields, fields);
  return { ...nothing, from, text, replyTo, album, id, photos: photos.filter((bytes) => bytes.length > 0) };
};

const readingRoutes = (app: FastifyInstance, { store }: MessageRoutesNeeds): void => {
  app.get('/sandbox/api/chats/:chat/messages', async (request) => {
    const { chat } = read(ChatParams, request.params);
    const { after } = read(MessagesQuery, request.query);
    if ((await store.chat(chat)) === null) throw notFound('chat', chat);
    return (await store.messages(chat, after)).map(seenMessage);
  });

  app.get('/sandbox/api/chats/:chat/messages/:id', async (request) => {
    const { chat, id } = read(MessageParams, request.params);
    const message = await store.message(chat, id);
    if (message === null) throw notFound('message', id);
    return seenMessage(message);
  });

  app.get('/sandbox/api/files/:name', async (request, reply) => {
    const { name } = read(FileParams, request.params);
    const known = readFileName(name);
    const file = known === null ? null : await store.readFile(known.id);
    if (file === null) throw notFound('file', name);
    // What somebody sent is shown only when it is a picture that no browser runs.
    const shown = isShown(file.mime);
    return reply
      .type(shown ? file.mime : 'application/octet-stream')
      .header('content-disposition', shown ? 'inline' : 'attachment')
      .header('cache-control', 'private, max-age=31536000, immutable')
      .send(file.bytes);
  });
};

const speakingRoutes = (app: FastifyInstance, { room }: MessageRoutesNeeds): void => {
  app.post('/sandbox/api/chats/:chat/messages', { bodyLimit: largestBodyBytes }, async (request, reply) => {
    const { chat } = read(ChatParams, request.params);
    const posted = request.isMultipart() ? await fromMultipart(request) : fromJson(request.body);
    return reply.code(202).send(await room.post(chat, posted));
  });

  app.post('/sandbox/api/chats/:chat/messages/:id/choose', async (request) => {
    const { chat, id } = read(MessageParams, request.params);
    return room.choose(chat, id, read(Choose, request.body));
  });

  app.post('/sandbox/api/chats/:chat/messages/:id/edit', async (request, reply) => {
    const { chat, id } = read(MessageParams, request.params);
    await room.edit(chat, id, read(EditText, request.body).text);
    return reply.code(202).send({ id });
  });

  app.post('/sandbox/api/chats/:chat/messages/:id/recall', async (request, reply) => {
    const { chat, id } = read(MessageParams, request.params);
    await room.recall(chat, id);
    return reply.code(202).send({ id });
  });
};

export const messageRoutes = (app: FastifyInstance, needs: MessageRoutesNeeds): void => {
  readingRoutes(app, needs);
  speakingRoutes(app, needs);
};

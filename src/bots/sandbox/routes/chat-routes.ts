import type { FastifyInstance } from 'fastify';
import type { Faults } from '../faults';
import { notFound, read } from '../problem';
import { Bot, ChatParams, FaultRequest, Members, NewChat } from '../sandbox.requests';
import type { Room } from '../room';
import type { SandboxStore } from '../../../usecases/sandbox-store';

export interface ChatRoutesNeeds {
  readonly store: Pick<SandboxStore, 'chat'>;
  readonly room: Room;
  readonly faults: Faults;
  readonly seenChats: () => Promise<unknown>;
}

export const chatRoutes = (app: FastifyInstance, { store, room, faults, seenChats }: ChatRoutesNeeds): void => {
  app.get('/sandbox/api/chats', () => seenChats());

  app.post('/sandbox/api/chats', async (request, reply) => {
    const { id, title, members } = read(NewChat, request.body);
    const chat = await room.open({ id: id ?? null, title, members });
    return reply.code(201).send({ id: chat.id });
  });

  app.post('/sandbox/api/chats/:chat/members', async (request) => {
    const { chat } = read(ChatParams, request.params);
    const { join, leave } = read(Members, request.body);
    if (join) await room.join(chat, join);
    if (leave !== undefined) await room.leave(chat, leave);
    return {};
  });

  app.post('/sandbox/api/chats/:chat/bot', async (request) => {
    const { chat } = read(ChatParams, request.params);
    await room.setBot(chat, read(Bot, request.body).removed);
    return {};
  });

  app.post('/sandbox/api/faults', async (request) => {
    const { chat = null, ...order } = read(FaultRequest, request.body);
    if (chat !== null && (await store.chat(chat)) === null) throw notFound('chat', chat);
    faults.order({ ...order, chat });
    return {};
  });
};

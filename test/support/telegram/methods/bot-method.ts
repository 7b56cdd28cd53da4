import { badRequest, forbidden, migrated } from '../api-error';
import type { Params } from '../request-params';
import type { Room, StoredMessage } from '../room';
import type { World } from '../world';

export interface BotCall {
  world: World;
  params: Params;
  /** Aborted when the caller has gone away. */
  gone: AbortSignal;
}

export type BotMethod = (call: BotCall) => unknown;

const sharesGroupWithBot = (world: World, userId: number): boolean =>
  [...world.rooms.values()].some((room) => !room.isPrivate && room.botIsIn && room.has(userId));

const refuseStranger = (world: World, userId: number): Error =>
  sharesGroupWithBot(world, userId)
    ? forbidden("bot can't initiate conversation with a user")
    : badRequest('chat not found');

const checkMembership = (world: World, room: Room): void => {
  const group = room.chat.type === 'supergroup' ? 'supergroup' : 'group';
  switch (room.botStatus) {
    case 'creator':
    case 'administrator':
    case 'member':
      return;
    case 'never':
      throw room.isPrivate ? refuseStranger(world, room.id) : badRequest('chat not found');
    case 'kicked':
      throw forbidden(room.isPrivate ? 'bot was blocked by the user' : `bot was kicked from the ${group} chat`);
    case 'left':
      throw forbidden(`bot is not a member of the ${group} chat`);
  }
};

/** The chat a call speaks of, known to the bot or not. */
export const chatIn = ({ world, params }: BotCall): Room => {
  if ((params.text('chat_id') ?? '') === '') throw badRequest('chat_id is empty');
  const room = world.rooms.get(params.integer('chat_id') ?? Number.NaN);
  if (!room || (!room.isPrivate && room.botStatus === 'never')) throw badRequest('chat not found');
  return room;
};

/** The chat a call writes to: the bot must be in it. */
export const openChatIn = (call: BotCall): Room => {
  const room = chatIn(call);
  if (room.migratedTo !== undefined) throw migrated(room.migratedTo);
  checkMembership(call.world, room);
  return room;
};

/** The bot's own message that a call edits. */
export const ownMessageIn = (call: BotCall, room: Room): StoredMessage => {
  const message = room.find(call.params.integer('message_id'));
  if (!message) throw badRequest('message to edit not found');
  if (message.wire.from.id !== call.world.bot.id) throw badRequest("message can't be edited");
  return message;
};

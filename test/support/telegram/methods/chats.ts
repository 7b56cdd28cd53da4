import { badRequest } from '../api-error';
import type { WireUser } from '../wire';
import { type BotCall, type BotMethod, chatIn, openChatIn } from './bot-method';

export const getMe: BotMethod = ({ world }) => ({
  ...world.bot,
  can_join_groups: true,
  can_read_all_group_messages: !world.privacyMode,
  supports_inline_queries: false,
  can_connect_to_business: false,
  has_main_web_app: false,
});

export const getChat: BotMethod = (call) => {
  const room = chatIn(call);
  if (room.isPrivate && room.botStatus === 'never') throw badRequest('chat not found');
  if (room.isPrivate || room.migratedTo !== undefined) return room.chat;
  return { ...openChatIn(call).chat, permissions: { can_send_messages: true, can_send_photos: true } };
};

const userIn = ({ world, params }: BotCall): WireUser => {
  const id = params.integer('user_id');
  const user = id === world.bot.id ? world.bot : world.users.get(id ?? Number.NaN);
  if (!user) throw badRequest(id === undefined ? 'invalid user_id specified' : 'user not found');
  return user;
};

export const getChatMember: BotMethod = (call) => {
  const room = openChatIn(call);
  const user = userIn(call);
  if (!room.isPrivate) return call.world.memberOf(room, user);
  if (user.id !== room.id && user.id !== call.world.bot.id) throw badRequest('user not found');
  return { status: 'member', user };
};

/** All admins but other bots; this bot itself is among them. */
export const getChatAdministrators: BotMethod = (call) => {
  const { world } = call;
  const room = openChatIn(call);
  if (room.isPrivate) throw badRequest('there are no administrators in the private chat');
  return [world.bot, ...world.users.values()]
    .map((user) => world.memberOf(room, user))
    .filter(({ status }) => status === 'creator' || status === 'administrator');
};

export const leaveChat: BotMethod = (call) => {
  const room = openChatIn(call);
  if (room.isPrivate) throw badRequest("chat member status can't be changed in private chats");
  call.world.setBotStatus(room, 'left', call.world.bot);
  return true;
};

export const getFile: BotMethod = ({ world, params }) => {
  const fileId = params.text('file_id') ?? '';
  if (fileId === '') throw badRequest('invalid file_id');
  return world.files.locate(fileId);
};

export const answerCallbackQuery: BotMethod = ({ world, params }) => {
  const answered = world.presses.answer(params.text('callback_query_id') ?? '', {
    text: params.text('text'),
    showAlert: params.flag('show_alert'),
    url: params.text('url'),
  });
  if (!answered) throw badRequest('query is too old and response timeout expired or query ID is invalid');
  return true;
};

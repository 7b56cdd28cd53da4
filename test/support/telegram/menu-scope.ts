import { badRequest } from './api-error';
import type { BotCall } from './methods/bot-method';
import { chatIn, openChatIn } from './methods/bot-method';
import { asRecord, Params } from './request-params';
import type { Room } from './room';
import type { BotCommand, World } from './world';

const scopesOfAll = ['default', 'all_private_chats', 'all_group_chats', 'all_chat_administrators'];
const scopesOfChats = ['chat', 'chat_administrators', 'chat_member'];

const nameOf = (parts: readonly (string | number)[], language: string): string => [...parts, language].join(' ');

/** A list is kept by its scope and language; a scope that Telegram doesn't know, or a chat that isn't open, is refused. */
export const scopeNameIn = (call: BotCall): string => {
  const { params, world } = call;
  const language = params.text('language_code') ?? '';
  if (language !== '' && !/^[a-z]{2}$/.test(language)) throw badRequest('invalid language code specified');
  const given = params.json('scope');
  const scope = given === undefined ? { type: 'default' } : asRecord(given);
  const type = scope?.['type'];
  if (typeof type !== 'string') throw badRequest('can\'t parse BotCommandScope: Field "type" must be of type String');
  if (scopesOfAll.includes(type)) return nameOf([type], language);
  if (!scopesOfChats.includes(type)) throw badRequest("can't parse BotCommandScope: Unsupported type specified");
  const inScope = { ...call, world, params: new Params(new Map(Object.entries(scope ?? {}))) };
  const room = chatIn(inScope);
  if (room.isPrivate && type !== 'chat') throw badRequest("can't change commands of administrators in private chats");
  openChatIn(inScope);
  const user = type === 'chat_member' ? [inScope.params.integer('user_id') ?? 0] : [];
  return nameOf([type, room.id, ...user], language);
};

/** What this person's app shows there: the narrowest list, in its own language first. */
export const menuIn = (
  world: World,
  room: Room,
  user: { readonly id: number; readonly language: string },
): readonly BotCommand[] => {
  const isAdmin = ['creator', 'administrator'].includes(room.status(user.id));
  const scopes = room.isPrivate
    ? [['chat', room.id], ['all_private_chats'], ['default']]
    : [
        ['chat_member', room.id, user.id],
        ...(isAdmin ? [['chat_administrators', room.id]] : []),
        ['chat', room.id],
        ...(isAdmin ? [['all_chat_administrators']] : []),
        ['all_group_chats'],
        ['default'],
      ];
  const names = scopes.flatMap((parts) => [nameOf(parts, user.language.slice(0, 2)), nameOf(parts, '')]);
  const shown = names.find((name) => world.commands.has(name));
  return shown === undefined ? [] : (world.commands.get(shown) ?? []);
};

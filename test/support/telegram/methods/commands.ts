import { badRequest } from '../api-error';
import { asRecord } from '../request-params';
import type { BotCommand } from '../world';
import type { BotCall, BotMethod } from './bot-method';

const LARGEST_MENU = 100;

const scopeOf = ({ params }: BotCall): string =>
  JSON.stringify([params.json('scope') ?? { type: 'default' }, params.text('language_code') ?? '']);

const readCommand = (given: unknown): BotCommand => {
  const { command, description } = asRecord(given) ?? {};
  if (typeof command !== 'string' || typeof description !== 'string') {
    throw badRequest("can't parse BotCommand: expected an Object with command and description");
  }
  const name = command.replace(/^\//, '');
  if (!/^[a-z0-9_]{1,32}$/.test(name)) throw badRequest('BOT_COMMAND_INVALID');
  if (description.length < 1 || description.length > 256) throw badRequest('BOT_COMMAND_DESCRIPTION_INVALID');
  return { command: name, description };
};

export const setMyCommands: BotMethod = (call) => {
  const given = call.params.json('commands');
  if (!Array.isArray(given)) throw badRequest("can't parse commands JSON object");
  if (given.length > LARGEST_MENU) throw badRequest('BOT_COMMANDS_TOO_MUCH');
  call.world.commands.set(scopeOf(call), given.map(readCommand));
  return true;
};

export const getMyCommands: BotMethod = (call) => call.world.commands.get(scopeOf(call)) ?? [];

export const deleteMyCommands: BotMethod = (call) => {
  call.world.commands.delete(scopeOf(call));
  return true;
};

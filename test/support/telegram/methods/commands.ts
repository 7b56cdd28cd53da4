import { badRequest } from '../api-error';
import { asRecord } from '../request-params';
import type { BotCommand } from '../world';
import { scopeNameIn } from '../menu-scope';
import type { BotMethod } from './bot-method';

const LARGEST_MENU = 100;

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
  const name = scopeNameIn(call);
  const commands = given.map(readCommand);
  // An empty list is none: a wider one shows again.
  if (commands.length === 0) call.world.commands.delete(name);
  else call.world.commands.set(name, commands);
  return true;
};

export const getMyCommands: BotMethod = (call) => call.world.commands.get(scopeNameIn(call)) ?? [];

export const deleteMyCommands: BotMethod = (call) => {
  call.world.commands.delete(scopeNameIn(call));
  return true;
};

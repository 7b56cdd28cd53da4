import { wordOfCommand } from './menu-commands';
import type { TelegramEntity, TelegramMessage } from './telegram.update';

export interface BotName {
  readonly id: number;
  readonly username: string;
}

export interface SaidText {
  readonly text: string;
  readonly mentioned: boolean;
}

const overlaps = (text: string, { offset, length }: TelegramEntity): boolean =>
  offset >= 0 && length > 0 && offset + length <= text.length;

/** What goes out of the text because it only calls the bot. */
const callOf = (text: string, entity: TelegramEntity, bot: BotName): { from: number; to: number } | null => {
  if (!overlaps(text, entity)) return null;
  const [from, to] = [entity.offset, entity.offset + entity.length];
  const marked = text.slice(from, to).toLowerCase();
  const name = `@${bot.username.toLowerCase()}`;
  if (entity.type === 'mention' && marked === name) return { from, to };
  if (entity.type === 'text_mention' && entity.user?.id === bot.id) return { from, to };
  if (entity.type === 'bot_command' && marked.endsWith(name)) return { from: to - name.length, to };
  return null;
};

const withoutCalls = (text: string, calls: readonly { from: number; to: number }[]): string => {
  const ordered = [...calls].sort((one, other) => other.from - one.from);
  const cut = ordered.reduce((left, { from, to }) => {
    const behind = left.slice(to);
    const before = left.slice(0, from);
    return before.endsWith(' ') && behind.startsWith(' ') ? before + behind.slice(1) : before + behind;
  }, text);
  return cut.trim();
};

const asWords = (text: string): string => {
  const [command = ''] = /^\/\w+/.exec(text) ?? [];
  const word = wordOfCommand.get(command.toLowerCase());
  return word === undefined ? text : word + text.slice(command.length);
};

/** Text or caption, without the bot's name where it only calls the bot. */
export const saidText = (message: TelegramMessage, bot: BotName): SaidText => {
  const text = message.text ?? message.caption ?? '';
  const entities = (message.text === undefined ? message.caption_entities : message.entities) ?? [];
  if (entities.length === 0) return { text, mentioned: false };
  const calls = entities.flatMap((entity) => callOf(text, entity, bot) ?? []);
  const left = calls.length === 0 ? text : withoutCalls(text, calls);
  return { text: asWords(left), mentioned: calls.length > 0 };
};

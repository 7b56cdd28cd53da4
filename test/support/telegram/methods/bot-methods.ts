import type { BotMethod } from './bot-method';
import * as chats from './chats';
import * as commands from './commands';
import * as editing from './editing';
import { sendChatAction, sendDocument, sendLocation, sendMediaGroup, sendMessage, sendPhoto } from './sending';
import * as updates from './updates';

const all: Readonly<Record<string, BotMethod>> = {
  ...chats,
  ...commands,
  ...editing,
  ...updates,
  sendMessage,
  sendPhoto,
  sendDocument,
  sendLocation,
  sendMediaGroup,
  sendChatAction,
};

/** Telegram reads the names of methods without regard to case. */
export const BOT_METHODS: ReadonlyMap<string, BotMethod> = new Map(
  Object.entries(all).map(([name, method]) => [name.toLowerCase(), method]),
);

/** Those that count against the rate limits. */
export const LIMITED_METHODS: ReadonlySet<string> = new Set(
  [...BOT_METHODS.keys()].filter((name) => /^(send(?!chataction)|editmessage)/.test(name)),
);

import type { ChatId, MessageId } from '../../domain/ids';
import { createRecent, type Recent } from './recent';

/**
 * What was lately said in each chat. WeChat quotes words and no number of a message: those that are ours are known again
 * by these.
 */
export interface SentWords {
  say(chat: ChatId, message: MessageId, text: string): void;
  /** The newest message of ours with these words; null: not ours, or too long ago. */
  find(chat: ChatId, quote: string): MessageId | null;
}

const perChat = 40;
const manyChats = 2_000;
/** Fewer characters may stand in anybody's message. */
const fewest = 4;

const folded = (text: string): string => text.replace(/\s+/g, '').replace(/(?:…|\.{3})$/, '');

export const createSentWords = (): SentWords => {
  const chats: Recent<Recent<{ readonly message: MessageId; readonly text: string }>> = createRecent(manyChats);
  return {
    say: (chat, message, text) => {
      const known = chats.get(chat) ?? createRecent(perChat);
      known.add(message, { message, text: folded(text) });
      chats.add(chat, known);
    },
    find: (chat, quote) => {
      const wanted = folded(quote);
      if (wanted.length < fewest) return null;
      const said = [...(chats.get(chat)?.values() ?? [])];
      return said.findLast(({ text }) => text === wanted || text.startsWith(wanted))?.message ?? null;
    },
  };
};

import type { ChatId, Moment } from '../../domain/ids';

/** As many chats as are kept in mind; of the others it is not known that anybody talked. */
const most = 5_000;

/**
 * When people last talked of something else in a group: a bare "+1" behind that may be of that. Kept in memory only: plain talk
 * never touches the database.
 */
export interface TalkSince {
  readonly heard: (chat: ChatId, at: Moment) => void;
  readonly last: (chat: ChatId) => Moment | null;
}

export const createTalkSince = (): TalkSince => {
  const last = new Map<ChatId, Moment>();
  return {
    heard: (chat, at) => {
      last.delete(chat);
      last.set(chat, at);
      const [oldest] = last.keys();
      if (last.size > most && oldest !== undefined) last.delete(oldest);
    },
    last: (chat) => last.get(chat) ?? null,
  };
};

import type { ChatRecord, SendOutcome } from '../../usecases/ports';
import type { TelegramRefusal } from './telegram.api';

const noSuchChat =
  /chat not found|peer_id_invalid|user not found|user is deactivated|chat was deactivated|chat_id is empty/i;
const thrownOut = /kicked|not a member|chat was deactivated|chat_restricted_gone/i;
const noSuchMessage = /message to edit not found|message can't be edited|message_id_invalid/i;

export const isUnchanged = ({ code, description }: TelegramRefusal): boolean =>
  code === 400 && /message is not modified/i.test(description);

/** There is nothing to take back (any more). */
export const isNotThere = ({ code, description }: TelegramRefusal): boolean =>
  code === 400 && /message to (?:delete|edit) not found|message_id_invalid/i.test(description);

/** Older than 48 hours, or of a chat that allows it no more. */
export const isLockedIn = ({ code, description }: TelegramRefusal): boolean =>
  code === 400 && /message can't be (?:deleted|edited)|no text in the message/i.test(description);

/** The topic was closed or deleted: Telegram would take the words in the General one. */
export const isAboutTopic = ({ code, description }: TelegramRefusal): boolean =>
  code === 400 && /message thread not found|topic_(?:closed|deleted|id_invalid)/i.test(description);

/** Telegram would take the words without the picture. */
export const isAboutPhoto = ({ code, description }: TelegramRefusal): boolean =>
  code === 413 || (code === 400 && /photo|image|file|media|dimensions/i.test(description));

/**
 * What a refusal means for the message. Null: it is about the account (401) or the method (404), not the message, which
 * must be kept.
 */
export const outcomeOf = (refusal: TelegramRefusal, { kind }: Pick<ChatRecord, 'kind'>): SendOutcome | null => {
  const { code, description: why, hints } = refusal;
  if (hints.migratedTo !== undefined) return { kind: 'migrated', to: hints.migratedTo };
  if (code === 429) return { kind: 'wait', ms: hints.retryAfterMs ?? 1000 };
  if (code === 401 || code === 404) return null;
  if (noSuchMessage.test(why)) return { kind: 'gone', why };
  // A private chat is never gone for good: the person may write again at any time.
  if (kind === 'private') return { kind: code === 403 || noSuchChat.test(why) ? 'unreachable' : 'refused', why };
  return { kind: thrownOut.test(why) || noSuchChat.test(why) ? 'gone' : 'refused', why };
};

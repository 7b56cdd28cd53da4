import { createHmac, timingSafeEqual } from 'node:crypto';
import type { ChatId, MessageId } from '../../domain/ids';

export interface PressData {
  readonly message: MessageId;
  readonly choice: string;
}

/** Telegram takes no more in a button. */
const MAX_BYTES = 64;
const SIGNATURE_BYTES = 8;

export interface PressSigner {
  /** Null: it does not fit into a button; the choice is then typed. */
  seal(chat: ChatId, press: PressData): string | null;
  /** Null: not of ours, of another chat, or changed. */
  open(chat: ChatId, data: string): PressData | null;
}

/** Bound to the chat: in private to the person, in a group to all in it, and the same after a migration. */
export const createPressSigner = (secret: string): PressSigner => {
  const sign = (chat: ChatId, { message, choice }: PressData): Buffer =>
    createHmac('sha256', secret)
      .update(JSON.stringify(['telegram-press', 1, chat, message, choice]))
      .digest()
      .subarray(0, SIGNATURE_BYTES);

  return {
    seal: (chat, press) => {
      const data = `v1.${press.message}.${press.choice}.${sign(chat, press).toString('base64url')}`;
      const readable = !`${press.message}${press.choice}`.includes('.');
      return readable && Buffer.byteLength(data) <= MAX_BYTES ? data : null;
    },
    open: (chat, data) => {
      const [version, message, choice, signature, ...more] = data.split('.');
      if (version !== 'v1' || message === undefined || choice === undefined || more.length > 0) return null;
      const given = Buffer.from(signature ?? '', 'base64url');
      const press = { message, choice };
      return given.length === SIGNATURE_BYTES && timingSafeEqual(given, sign(chat, press)) ? press : null;
    },
  };
};

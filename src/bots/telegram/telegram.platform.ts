import { z } from 'zod';
import type {
  Capabilities,
  ChatRecord,
  Logger,
  Outgoing,
  Platform,
  RemoveOutcome,
  SendOutcome,
} from '../../usecases/ports';
import { editMessage } from './edit-message';
import { fetchFile } from './fetch-file';
import { keyboardOf } from './keyboard';
import { readName, sentName } from './message-name';
import { redactMessage, removeMessage } from './take-back';
import type { PressSigner } from './press-data';
import { isAboutPhoto, isAboutTopic, outcomeOf } from './send-outcome';
import { MAX_TEXT, planSend, withoutPhotos, type SendStep } from './send-plan';
import { createProgress } from '../send-progress';
import { TelegramRefusal, type TelegramApi } from './telegram.api';
import { platformName } from './telegram.inbound';

export interface TelegramPlatformNeeds {
  readonly api: TelegramApi;
  readonly signer: PressSigner;
  readonly log: Logger;
}

const Sent = z.object({ message_id: z.number().int() });

const TIMEOUT_MS = 15_000;
const MS_PER_UPLOADED_BYTE = 5 / 1000;

/** What stands beside the words of a step: the first answers, the last has the buttons, all are in one topic. */
interface Extras {
  readonly message_thread_id?: number;
  readonly reply_parameters?: string;
  readonly reply_markup?: object;
}

/** Telegraf leaves out `reply_parameters` of uploads unless it is a text. */
const replyTo = ({ chat, replyTo: name }: Outgoing, index: number): Extras => {
  const named = name === null ? null : readName(Number(chat.nativeId), name);
  if (named === null) return {};
  return {
    ...(named.topic !== null && { message_thread_id: named.topic }),
    ...(index === 0 && {
      reply_parameters: JSON.stringify({ message_id: named.id, allow_sending_without_reply: true }),
    }),
  };
};

const upload = (source: Buffer) => ({ source, filename: 'photo.jpg' });

const uploadMs = (photos: readonly Buffer[]): number =>
  TIMEOUT_MS + photos.reduce((sum, { length }) => sum + length, 0) * MS_PER_UPLOADED_BYTE;

type SendOne = (chat: number, step: SendStep, extras: Extras) => Promise<readonly string[]>;

const sendingWith =
  (api: TelegramApi): SendOne =>
  async (chat, step, extras) => {
    const to = { chat_id: chat, ...extras };
    switch (step.kind) {
      case 'text': {
        const plain = { ...to, text: step.text, link_preview_options: { is_disabled: true } };
        const sent = Sent.parse(await api.call('sendMessage', plain));
        return [sentName('text', chat, sent.message_id)];
      }
      case 'photo': {
        const payload = { ...to, photo: upload(step.photo), ...(step.caption !== '' && { caption: step.caption }) };
        const timeoutMs = uploadMs([step.photo]);
        const sent = Sent.parse(await api.call('sendPhoto', payload, { timeoutMs }));
        return [sentName('photo', chat, sent.message_id)];
      }
      case 'album': {
        const media = step.photos.map((photo) => ({ type: 'photo', media: upload(photo) }));
        const timeoutMs = uploadMs(step.photos);
        const sent = z.array(Sent).parse(await api.call('sendMediaGroup', { ...to, media }, { timeoutMs }));
        return sent.map(({ message_id: id }) => sentName('photo', chat, id));
      }
    }
  };

const createSteps = ({ api, signer, log }: TelegramPlatformNeeds) => {
  const send = sendingWith(api);

  /** What is to be said is said in the General topic rather than not at all. */
  const sendInTopic: SendOne = async (chat, step, { message_thread_id: topic, ...extras }) => {
    if (topic === undefined) return send(chat, step, extras);
    try {
      return await send(chat, step, { ...extras, message_thread_id: topic });
    } catch (error) {
      if (!(error instanceof TelegramRefusal) || !isAboutTopic(error)) throw error;
      log.warn({ why: error.message }, 'telegram: a topic is closed or gone, it was said in the group');
      return send(chat, step, extras);
    }
  };

  /** A picture that Telegram does not take must not cost the words. */
  const sendOrDropPhoto: SendOne = async (chat, step, extras) => {
    try {
      return await sendInTopic(chat, step, extras);
    } catch (error) {
      if (step.kind === 'text' || !(error instanceof TelegramRefusal) || !isAboutPhoto(error)) throw error;
      log.warn({ why: error.message }, 'telegram: a photo was refused and left out');
      const [words] = withoutPhotos(step);
      return words ? sendInTopic(chat, words, extras) : [];
    }
  };

  return (message: Outgoing, plan: readonly SendStep[], index: number): Promise<readonly string[]> => {
    const keyboard = index === plan.length - 1 ? keyboardOf(message, signer) : null;
    const step = plan[index];
    if (step === undefined) return Promise.resolve([]);
    const buttons = keyboard && step.kind !== 'album' ? { reply_markup: keyboard } : {};
    const extras = { ...replyTo(message, index), ...buttons };
    return sendOrDropPhoto(Number(message.chat.nativeId), step, extras);
  };
};

const capabilities: Capabilities = {
  buttons: true,
  edits: true,
  removes: true,
  redacts: true,
  maxText: MAX_TEXT,
  perSecond: 30,
  perChatPerSecond: 1,
  perGroupPerMinute: 20,
};

export const createTelegramPlatform = (needs: TelegramPlatformNeeds): Platform => {
  const { api, signer } = needs;
  const sendStep = createSteps(needs);
  const progress = createProgress();

  const send = async (message: Outgoing): Promise<SendOutcome> => {
    const plan = planSend(message);
    if (plan.length === 0) return { kind: 'refused', why: 'there is nothing to send' };
    const begun = progress.of(message);
    while (begun.done < plan.length) {
      begun.as.push(...(await sendStep(message, plan, begun.done)));
      begun.done += 1;
    }
    progress.forget(message.id);
    return { kind: 'sent', as: begun.as };
  };

  const orRefusal = async <T>(chat: ChatRecord, work: () => Promise<T>): Promise<T | SendOutcome> => {
    // Who spoke as a channel or as an anonymous admin has no private chat.
    if (!/^-?\d+$/.test(chat.nativeId)) return { kind: 'unreachable', why: 'there is no private chat with a channel' };
    try {
      return await work();
    } catch (error) {
      const outcome = error instanceof TelegramRefusal ? outcomeOf(error, chat) : null;
      if (outcome === null) throw error;
      return outcome;
    }
  };
  const orOutcome = ({ chat }: Outgoing, work: () => Promise<SendOutcome>): Promise<SendOutcome> =>
    orRefusal(chat, work);

  const remove = async (chat: ChatRecord, as: readonly string[]): Promise<RemoveOutcome> => {
    const outcome = await orRefusal(chat, () => removeMessage(api, chat, as));
    return outcome.kind === 'refused' || outcome.kind === 'sent'
      ? { kind: 'stands', why: outcome.kind === 'refused' ? outcome.why : 'not taken back', left: as }
      : outcome;
  };

  return {
    name: platformName,
    capabilities,
    send: (message) => orOutcome(message, () => send(message)),
    edit: (message, as) => orOutcome(message, () => editMessage(api, signer, message, as)),
    remove,
    redact: (message, as) => orOutcome(message, () => redactMessage(api, message, as)),
    fetch: (ref, maxBytes) => fetchFile(api, ref, maxBytes),
  };
};

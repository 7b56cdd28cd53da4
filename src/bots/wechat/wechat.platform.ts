import type {
  Capabilities,
  ChatRecord,
  Logger,
  Outgoing,
  Platform,
  RemoveOutcome,
  SendOutcome,
} from '../../usecases/ports';
import { createProgress } from '../send-progress';
import type { Directory } from './directory';
import { fetchFile } from './fetch-file';
import { createRecent } from './recent';
import { outcomeOf } from './send-outcome';
import { callsIn, MAX_TEXT, planSend, type SendStep } from './send-plan';
import type { SentWords } from './sent-words';
import { sendFailure } from './wechat-error';
import type { Throttle } from './throttle';
import { platformName } from './wechat.inbound';
import { fileOfBase64, type WechatPuppet } from './wechat.puppet';
import { withinTime } from './within-time';

export interface WechatPlatformNeeds {
  readonly puppet: () => WechatPuppet;
  readonly directory: Directory;
  readonly sentWords: SentWords;
  /** Milliseconds after which to ask again; 0: the line is up. */
  readonly down: () => number;
  readonly throttle: Throttle;
  readonly log: Logger;
  readonly limits?: Partial<Capabilities>;
  readonly timeoutMs?: number;
}

/** An account that writes faster is locked out of WeChat sooner or later. */
export const wechatCapabilities: Capabilities = {
  buttons: false,
  edits: false,
  removes: true,
  redacts: false,
  maxText: MAX_TEXT,
  perSecond: 2,
  perChatPerSecond: 1,
  perGroupPerMinute: 20,
};

const TIMEOUT_MS = 15_000;
const manyNames = 5_000;
/** Some puppets don't say what a message that they sent is called. */
const nameless = 'nameless:';

const createSteps = ({ puppet, directory, timeoutMs = TIMEOUT_MS }: WechatPlatformNeeds) => {
  const mentionsIn = ({ kind, nativeId }: ChatRecord, text: string): string[] =>
    kind === 'private' ? [] : callsIn(text).flatMap((name) => directory.memberCalled(nativeId, name) ?? []);

  const call = ({ chat }: Outgoing, step: SendStep): ReturnType<WechatPuppet['messageSendText']> => {
    if (step.kind === 'text') return puppet().messageSendText(chat.nativeId, step.text, mentionsIn(chat, step.text));
    const file = { type: fileOfBase64, name: 'photo.jpg', base64: step.photo.toString('base64') };
    return puppet().messageSend(chat.nativeId, { type: 'Image', payload: { filebox: JSON.stringify(file) } });
  };

  return async (message: Outgoing, step: SendStep, index: number): Promise<string> => {
    try {
      return (await withinTime(call(message, step), timeoutMs)) ?? `${nameless}${message.id}.${index}`;
    } catch (error) {
      throw sendFailure(error);
    }
  };
};

export const createWechatPlatform = (needs: WechatPlatformNeeds): Platform => {
  const { puppet, sentWords, down, throttle, log, limits, timeoutMs = TIMEOUT_MS } = needs;
  const step = createSteps(needs);
  const progress = createProgress();
  const takenBack = createRecent<true>(manyNames);

  const send = async (message: Outgoing): Promise<SendOutcome> => {
    const plan = planSend(message);
    if (plan.length === 0) return { kind: 'refused', why: 'there is nothing to send' };
    const begun = progress.of(message);
    for (const each of plan.slice(begun.done)) {
      begun.as.push(await step(message, each, begun.done));
      begun.done += 1;
    }
    progress.forget(message.id);
    throttle.over();
    sentWords.say(message.chat.id, message.id, message.text);
    return { kind: 'sent', as: begun.as };
  };

  const recall = async (name: string): Promise<boolean> => {
    if (takenBack.get(name)) return true;
    if (name.startsWith(nameless)) return false;
    const done = await withinTime(puppet().messageRecall(name), timeoutMs);
    if (done) takenBack.add(name, true);
    return done;
  };

  /** WeChat lets a message be taken back for two minutes. */
  const remove = async (as: readonly string[]): Promise<RemoveOutcome> => {
    const left: string[] = [];
    for (const name of as) if (!(await recall(name))) left.push(name);
    return left.length === 0
      ? { kind: 'removed' }
      : { kind: 'stands', why: 'WeChat takes a message back for two minutes only', left };
  };

  const orOutcome = async <T>(
    chat: ChatRecord,
    work: () => Promise<T>,
  ): Promise<T | Exclude<SendOutcome, { kind: 'sent' }>> => {
    const ms = Math.max(down(), throttle.wait());
    if (ms > 0) return { kind: 'wait', ms };
    try {
      return await work();
    } catch (error) {
      const outcome = await outcomeOf(error, chat, needs);
      if (outcome === null) throw error;
      log.warn({ chat: chat.id, outcome }, 'wechat: a message was refused');
      return outcome;
    }
  };

  return {
    name: platformName,
    capabilities: { ...wechatCapabilities, ...limits },
    send: (message) => orOutcome(message.chat, () => send(message)),
    edit: () => Promise.resolve({ kind: 'refused', why: 'WeChat changes no message' }),
    remove: async (chat, as) => {
      const outcome = await orOutcome(chat, () => remove(as));
      return outcome.kind === 'refused' ? { kind: 'stands', why: outcome.why, left: as } : outcome;
    },
    redact: () => Promise.resolve({ kind: 'refused', why: 'WeChat changes no message' }),
    fetch: (ref, maxBytes) => fetchFile(needs, ref, maxBytes),
  };
};

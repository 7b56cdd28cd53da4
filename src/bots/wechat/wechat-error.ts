import { AnswerLost } from '../../usecases/ports';
import { PlatformOutage } from '../platform-outage';

/** The line to WeChat is down: nothing was done. */
export class WechatOutage extends PlatformOutage {
  override readonly name = 'WechatOutage';
}

/** Statuses of gRPC that speak of the line and not of what was asked. */
const CANCELLED = 1;
const DEADLINE_EXCEEDED = 4;
const UNAVAILABLE = 14;
const UNAUTHENTICATED = 16;

const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : null;

/** Never the token: it may stand in an address. */
export const whyOf = (error: unknown): string => {
  const text = error instanceof Error ? error.message : typeof error === 'string' ? error : JSON.stringify(error);
  return text.replace(/\b[\w-]*[0-9a-f]{8}-[0-9a-f-]{20,}\b/gi, '…').slice(0, 300);
};

/** By code, or by the words that gRPC puts into errors that lose their code on the way through an event. */
export const isOfLine = (error: unknown): boolean => {
  const code = codeOf(error);
  if (code === CANCELLED || code === DEADLINE_EXCEEDED || code === UNAVAILABLE) return true;
  return (
    typeof code !== 'number' &&
    /\b(?:1 CANCELLED|4 DEADLINE_EXCEEDED|14 UNAVAILABLE|NO CLIENT|no grpc manager)\b/i.test(whyOf(error))
  );
};

export const isOfToken = (error: unknown): boolean =>
  codeOf(error) === UNAUTHENTICATED || /\b16 UNAUTHENTICATED\b|Invalid Wechaty TOKEN/i.test(whyOf(error));

/** The request never left this machine. */
const notSent = /no connection established|failed to connect|name resolution|NO CLIENT|no grpc manager|not logged in/i;

/** What a send that failed means: done perhaps, or surely not. */
export const sendFailure = (error: unknown): Error => {
  if (error instanceof AnswerLost) return error;
  const why = whyOf(error);
  if (notSent.test(why)) return new WechatOutage(`WeChat could not be reached: ${why}`);
  return isOfLine(error) ? new AnswerLost(`WeChat did not answer: ${why}`) : new Error(`WeChat: ${why}`);
};

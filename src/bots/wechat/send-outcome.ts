import { AnswerLost, type ChatRecord, type SendOutcome } from '../../usecases/ports';
import type { Directory } from './directory';
import { isOfLine, whyOf, WechatOutage } from './wechat-error';
import type { Throttle } from './throttle';
import type { WechatPuppet } from './wechat.puppet';

export interface OutcomeNeeds {
  readonly puppet: () => WechatPuppet;
  readonly directory: Directory;
  readonly throttle: Throttle;
}

type Refused = Exclude<SendOutcome, { kind: 'sent' }>;

const stranger =
  /not (?:a |your )?friends?\b|stranger|blacklist|blocked|has not added|需要.*好友验证|开启了(?:朋友|好友)验证|不是.{0,6}(?:好友|朋友)|拒收|拉黑/i;
const thrownOut = /not (?:in|a member of) (?:the |this )?(?:room|group|chat)|kicked|移出|不在.{0,4}群|群聊?已解散/i;
const throttled = /too (?:many|often|fast|frequent)|rate.?limit|throttl|frequen(?:cy|tly)|频繁|太快|操作过/i;

/** Over gRPC every refusal is the same error, so that where the words don't tell, what the puppet knows is asked. */
const looked = async (
  { kind, nativeId }: ChatRecord,
  { puppet, directory }: OutcomeNeeds,
): Promise<'stranger' | 'no-group' | null> => {
  try {
    if (kind === 'private') return (await directory.contact(nativeId)).friend === false ? 'stranger' : null;
    return (await puppet().roomList()).includes(nativeId) ? null : 'no-group';
  } catch {
    return null;
  }
};

/** What an error says of this message. Null: it is of the line, or of the moment, and the message is tried again. */
export const outcomeOf = async (error: unknown, chat: ChatRecord, needs: OutcomeNeeds): Promise<Refused | null> => {
  if (error instanceof AnswerLost || error instanceof WechatOutage || isOfLine(error)) return null;
  const why = whyOf(error);
  if (throttled.test(why)) return { kind: 'wait', ms: needs.throttle.struck() };
  if (chat.kind === 'private' && stranger.test(why)) return { kind: 'unreachable', why };
  if (chat.kind === 'group' && thrownOut.test(why)) return { kind: 'gone', why };
  const found = await looked(chat, needs);
  if (found === 'stranger') return { kind: 'unreachable', why };
  return found === 'no-group' ? { kind: 'gone', why } : null;
};

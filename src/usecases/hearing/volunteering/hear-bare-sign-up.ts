import { minutesBetween } from '../../../domain/calendar/local-time';
import { isBareSignUp, readSignUp } from '../../../domain/understanding/activity/read-sign-up';
import type { Activity } from '../../../domain/volunteering/activity';
import type { InboundAnswer, InboundMessage } from '../../inbound';
import type { EnginePorts } from '../../ports-of-engine';
import { silence } from '../answer-person';
import type { Said } from '../said';
import type { TalkSince } from '../talk-since';
import { runActivityCommand } from './run-activity-command';
import { openCalls, sayWhichActivity } from './which-activity';

/** A call that is older needs its number, or a reply to it. */
const freshMinutes = 120;

/** "+1" and the like in a group, in reply to nothing: whether it is of a call is looked up. */
export const mayBeBareSignUp = ({ chat, replyTo, forwarded, media }: InboundMessage, text: string): boolean =>
  chat.kind === 'group' && chat.purpose !== null && !replyTo && !forwarded && media.length === 0 && isBareSignUp(text);

const freshIn = async (ports: EnginePorts, { chat }: InboundMessage): Promise<readonly Activity[]> => {
  const now = ports.clock.now().toISOString();
  return (await openCalls(ports)).filter(
    ({ plan, calledAt }) =>
      plan.groups.includes(chat.id) && calledAt !== null && minutesBetween(calledAt, now) < freshMinutes,
  );
};

/**
 * A bare "+1" is of the one call that stands open in this group, when nothing but sign-ups was said since. Where people
 * talked in between it may be of that: who can be written to is asked which call they mean. Null: there is no such call.
 */
export const hearBareSignUp = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  said: Said,
  talk: TalkSince,
): Promise<InboundAnswer | null> => {
  const calls = await freshIn(ports, inbound);
  const [call] = calls;
  const reading = readSignUp(said.text);
  if (!call || reading?.kind !== 'sign') return null;
  const talked = talk.last(inbound.chat.id);
  if (calls.length > 1 || (talked !== null && talked > (call.calledAt ?? ''))) {
    const known = await ports.chats.privateChats(said.person.id);
    return known.length === 0 ? silence('没有说是哪一个活动') : sayWhichActivity(ports, inbound, '报名');
  }
  return runActivityCommand(ports, inbound, call.id, {
    ...{ kind: 'sign', by: said.person, claim: ports.newId(), people: reading.people, role: null, open: true },
  });
};

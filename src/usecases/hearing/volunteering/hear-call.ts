import { readSignUp } from '../../../domain/understanding/activity/read-sign-up';
import { Activity } from '../../../domain/volunteering/activity';
import type { InboundAnswer, InboundMessage } from '../../inbound';
import type { EnginePorts } from '../../ports-of-engine';
import type { Said } from '../said';
import { runActivityCommand } from './run-activity-command';
import { signAsSaid } from './sign-as-said';

/** The activity that a message replies to. */
const repliedActivity = async (ports: EnginePorts, { row, anchor }: Said): Promise<Activity | null> => {
  if (anchor === null || (row?.matter && row.matter.kind !== 'activity')) return null;
  const stored = await ports.matters.byNumber(anchor);
  return stored?.ref.kind === 'activity' ? Activity.parse(stored.state) : null;
};

/** Free words in reply to a call: "算我一个", "我和老伴两个人", "不去了". Null: they are none, or reply to nothing of ours. */
export const hearCall = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  said: Said,
): Promise<InboundAnswer | null> => {
  const meant = said.anchor === null ? null : readSignUp(said.text);
  const activity = meant && (await repliedActivity(ports, said));
  if (!meant || activity?.phase !== 'open') return null;
  const { person: by } = said;
  if (meant.kind === 'leave')
    return runActivityCommand(ports, inbound, activity.id, { kind: 'leave', by, claims: null });
  return signAsSaid(ports, inbound, activity, { by, people: meant.people, words: meant.words });
};

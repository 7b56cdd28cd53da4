import type { Person } from '../../../domain/community/community';
import {
  activityVerbs,
  type ActivityVerb,
  type AnchoredVerb,
} from '../../../domain/understanding/command/command-words';
import { Activity } from '../../../domain/volunteering/activity';
import type { InboundAnswer, InboundMessage } from '../../inbound';
import type { EnginePorts } from '../../ports-of-engine';
import { answerPerson, heard } from '../answer-person';

/** As many calls as are looked at, and as a message can list. */
const most = 50;
const listed = 8;

export const isActivityVerb = (verb: AnchoredVerb): verb is ActivityVerb => activityVerbs.some((one) => one === verb);

/** Calls that take sign-ups now, the newest first. */
export const openCalls = async (ports: EnginePorts): Promise<readonly Activity[]> => {
  const now = ports.clock.now().toISOString();
  const found = await ports.matters.find({ kind: 'activity', open: true, limit: most });
  return found
    .map(({ state }) => Activity.parse(state))
    .filter(({ phase, plan }) => phase === 'open' && plan.from !== null && plan.from > now);
};

const isMeantBy = (activity: Activity, verb: ActivityVerb, person: Person): boolean => {
  switch (verb) {
    case 'sign-up':
      return true;
    case 'sign-off':
      return activity.claims.some((claim) => claim.person === person.id);
    case 'show-list':
    case 'cancel-activity':
    case 'change-activity':
      return activity.leader === person.id;
  }
};

/** In private, without a number: the only one that can be meant. */
export const onlyActivityFor = async (
  ports: EnginePorts,
  verb: ActivityVerb,
  person: Person,
): Promise<number | null> => {
  const meant = (await openCalls(ports)).filter((activity) => isMeantBy(activity, verb, person));
  return meant.length === 1 ? (meant[0]?.number ?? null) : null;
};

export const sayWhichActivity = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  verb: string,
): Promise<InboundAnswer> => {
  const calls = (await openCalls(ports))
    .slice(0, listed)
    .flatMap(({ number, plan }) => (plan.from === null ? [] : [{ number, title: plan.title, from: plan.from }]));
  await answerPerson(ports, inbound, { wording: 'activity.which', params: { verb, calls } });
  return heard(`“${verb}”没有说是哪一个活动`);
};

import { communityArea } from '../../../domain/community/area-tree';
import { hasRole } from '../../../domain/community/may';
import { callingRoles } from '../../../domain/volunteering/activity-people';
import { beginActivity } from '../../../domain/volunteering/begin-activity';
import { foldActivity } from '../../../domain/volunteering/fold-activity';
import { commitDecision } from '../../deciding/commit-decision';
import type { InboundAnswer, InboundMessage } from '../../inbound';
import type { EnginePorts } from '../../ports-of-engine';
import { answerPerson, heard, heardBefore } from '../answer-person';
import type { Said } from '../said';
import { newPlan } from './plan-from';

/** `发起 …`: a draft, shown to who wrote it and to nobody else. */
export const openActivity = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  text: string,
  { person, community }: Said,
): Promise<InboundAnswer> => {
  const why = hasRole(person, callingRoles) ? (text === '' ? 'words' : null) : 'role';
  if (why !== null) {
    await answerPerson(ports, inbound, { wording: 'activity.not-opened', params: { why } });
    return heard(`发起：没有记，因为 ${why}`);
  }
  if (await ports.matters.handled(inbound.key)) return heardBefore;
  const number = await ports.numbers.next();
  const id = `activity-${number}`;
  const { plan, words } = newPlan({ ports, inbound, matter: id, community }, text);
  const area = plan.place?.area ?? communityArea(community)?.id ?? null;
  const now = ports.clock.now().toISOString();
  const decision = beginActivity({ id, number, by: person, area, plan }, { now, community });
  const outcome = await commitDecision(
    {
      ...{ cause: inbound.key, matter: { kind: 'activity', id, number }, expectedVersion: 0, decision },
      ...{ state: foldActivity(null, decision.events), words, photos: [] },
    },
    community,
    ports,
  );
  if (outcome.kind === 'conflict') throw new Error(`activity ${inbound.key}: its number is taken`);
  return outcome.kind === 'repeated' ? heardBefore : heard(`发起：草稿 #${number}`);
};

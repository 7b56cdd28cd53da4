import { addMinutes } from '../../../domain/calendar/local-time';
import { areaById } from '../../../domain/community/area-tree';
import type { Community } from '../../../domain/community/community';
import { metresBetween, type Spot } from '../../../domain/photos/distance';
import { Activity, claimOf } from '../../../domain/volunteering/activity';
import { earlyMinutes } from '../../../domain/volunteering/presence';
import type { InboundAnswer, InboundMessage } from '../../inbound';
import type { EnginePorts } from '../../ports-of-engine';
import type { Said } from '../said';
import { runActivityCommand } from './run-activity-command';

/** As many as somebody has given their word to. */
const most = 50;

/** Where it is, when the pack says so. */
const spotOf = ({ plan }: Activity, community: Community): Spot | null =>
  areaById(community, plan.place?.area ?? null)?.at ?? null;

/** A place sent in private while an activity of theirs is on, or about to begin, checks in. Null: there is none such. */
export const checkInHere = async (
  ports: EnginePorts,
  { person, community, text }: Said,
  inbound: InboundMessage,
): Promise<InboundAnswer | null> => {
  const { location, chat } = inbound;
  if (!location || chat.kind !== 'private' || text !== '') return null;
  const now = ports.clock.now().toISOString();
  const found = await ports.matters.find({ kind: 'activity', open: true, person: person.id, limit: most });
  for (const activity of found.map(({ state }) => Activity.parse(state))) {
    const { from, to } = activity.plan;
    const spot = spotOf(activity, community);
    const on = from !== null && to !== null && addMinutes(from, -earlyMinutes) <= now && now < to;
    const own = claimOf(activity, person.id);
    if (!spot || !on || !own || own.cameAt !== null || activity.phase !== 'open') continue;
    const metres = Math.round(metresBetween(location, spot));
    const near = { metres, within: community.policy.activityCircleMetres };
    return runActivityCommand(ports, inbound, activity.id, {
      kind: 'check-in',
      by: person,
      near,
      claim: ports.newId(),
    });
  }
  return null;
};

import type { Community, Person } from '../community/community';
import { decided, refused, type Decision, type Result } from '../decision';
import { award, awardGuardId } from '../points/award';
import { withinBudget } from '../points/budget';
import type { Deed } from './deed';
import type { DeedEvent } from './deed-event';
import type { DeedRefusal } from './deed-refusal';
import { saysOfApproved, saysOfDropped } from './deed-says';
import type { DeedContext } from './nominate-deed';

export interface DeedCommand {
  /** `withdraw`: whoever named it takes it back. */
  readonly kind: 'approve' | 'decline' | 'withdraw';
  readonly by: Person;
}

/** The guards that an answer to whether it counts reads. */
export const guardsOfDeed = ({ doer, at }: Deed, community: Community): readonly string[] => [
  awardGuardId('deed', doer, at, community),
];

const approve = (deed: Deed, by: Person, { now, community, guard }: DeedContext): Decision<DeedEvent> => {
  const { id, number, doer, at } = deed;
  const wanted = community.policy.deedPoints;
  const deedPoints = award({ kind: 'deed', person: doer, matter: id, number, points: wanted, at, community, guard });
  const given = withinBudget(deedPoints, { person: doer, now, community, guard });
  const { points } = given;
  return {
    events: [{ kind: 'approved', at: now, by: by.id, points }],
    says: [...saysOfApproved(deed, { now, community, staff: by.id, points, wanted }), ...given.says],
    postings: given.postings,
    also: [],
    guards: given.guards,
  };
};

/** Somebody said something of a deed that was named: the decision, or why not. */
export const judgeDeed = (
  deed: Deed,
  { kind, by }: DeedCommand,
  context: DeedContext,
): Result<Decision<DeedEvent>, DeedRefusal> => {
  const { now, community } = context;
  const concerned = by.id === deed.by || by.id === deed.doer;
  const may = kind === 'withdraw' ? by.id === deed.by : deed.asked.includes(by.id) && !concerned;
  if (!may) return refused({ kind: 'not-yours' });
  if (deed.phase !== 'waiting') return refused({ kind: 'over', phase: deed.phase });
  if (kind === 'approve') return { ok: true, value: approve(deed, by, context) };
  const why = kind === 'decline' ? 'declined' : 'withdrawn';
  return decided({
    events: [{ kind: why, at: now, by: by.id }],
    says: saysOfDropped(deed, { by: by.id, why, now, community }),
  });
};

import type { Community, Person } from '../../domain/community/community';
import { hasRole } from '../../domain/community/may';
import { Activity } from '../../domain/volunteering/activity';
import { callingRoles, mayLead } from '../../domain/volunteering/activity-people';
import type { Clock, Matters } from '../ports';

export interface ActivityPagePorts {
  readonly matters: Pick<Matters, 'find' | 'byNumber'>;
  readonly clock: Clock;
}

interface Viewer {
  readonly person: Person;
  readonly community: Community;
}

/** As many as are looked through. */
const most = 200;

/** Those of whoever leads them, and of those with an office where they take place; a draft is its leader's and staff's. */
const maySeeActivity = (activity: Activity, { person, community }: Viewer): boolean =>
  mayLead(activity, person, community) ||
  (activity.phase !== 'draft' &&
    activity.phase !== 'dropped' &&
    hasRole(person, callingRoles, { community, area: activity.area ?? activity.plan.place?.area ?? null }));

export interface ActivityLists {
  /** On now, or over and not confirmed. */
  readonly toConfirm: readonly Activity[];
  readonly coming: readonly Activity[];
  readonly drafts: readonly Activity[];
}

const byBeginning = (one: Activity, other: Activity): number =>
  (one.plan.from ?? '').localeCompare(other.plan.from ?? '');

/** What is going on, the next first. */
export const openActivities = async (ports: ActivityPagePorts, viewer: Viewer): Promise<ActivityLists> => {
  const found = await ports.matters.find({ kind: 'activity', open: true, limit: most });
  const now = ports.clock.now().toISOString();
  const seen = found
    .map(({ state }) => Activity.parse(state))
    .filter((activity) => maySeeActivity(activity, viewer))
    .sort(byBeginning);
  const begun = ({ plan }: Activity): boolean => plan.from !== null && plan.from <= now;
  const [drafts, called] = [
    seen.filter(({ phase }) => phase === 'draft'),
    seen.filter(({ phase }) => phase !== 'draft'),
  ];
  return { toConfirm: called.filter(begun), coming: called.filter((activity) => !begun(activity)), drafts };
};

/** What was, the newest first. */
export const pastActivities = async (ports: ActivityPagePorts, viewer: Viewer): Promise<readonly Activity[]> => {
  const found = await ports.matters.find({ kind: 'activity', open: false, limit: most });
  return found
    .map(({ state }) => Activity.parse(state))
    .filter((activity) => activity.phase !== 'dropped' && maySeeActivity(activity, viewer));
};

/** One of them; null: there is none, or it is none of theirs. */
export const activityFor = async (
  ports: ActivityPagePorts,
  number: number,
  viewer: Viewer,
): Promise<Activity | null> => {
  const stored = await ports.matters.byNumber(number);
  const activity = stored?.ref.kind === 'activity' ? Activity.parse(stored.state) : null;
  return activity && maySeeActivity(activity, viewer) ? activity : null;
};

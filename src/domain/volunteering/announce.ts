import type { Say } from '../decision';
import { countComing, isComing, type Activity } from './activity';
import type { ActivityContext } from './activity-command';
import type { ActivityEvent } from './activity-event';
import { named } from './activity-refusal';
import { tellGroups } from './activity-says';
import { isFull, placesIn } from './places';

type Setting = Pick<ActivityContext, 'now' | 'community'>;

export interface Done {
  readonly events: readonly ActivityEvent[];
  readonly says: readonly Say[];
}

export const nothingDone: Done = { events: [], says: [] };

/** So many names, or so many minutes since the first of them, are one message to the groups. */
const namesTogether = 5;
export const batchMinutes = 10;

/** The list as it stands; who signed up in private is counted and not named. */
export const listSpoken = (activity: Activity, why: 'full' | 'closing' | 'asked') => {
  const coming = activity.claims.filter(isComing);
  const params = {
    ...named(activity),
    why,
    names: coming
      .filter(({ open }) => open)
      .map(({ person, guest, people }) => ({ person: guest === null ? person : null, guest, people })),
    others: coming.filter(({ open }) => !open).reduce((sum, { people }) => sum + people, 0),
    count: countComing(activity),
    needed: placesIn(activity),
    waiting: activity.claims.filter(({ phase }) => phase === 'waiting' || phase === 'offered').length,
  };
  return { wording: 'activity.list', params } as const;
};

/** All who signed up since the groups heard last, in one message. */
export const announceBatch = (activity: Activity, setting: Setting): Done => {
  const fresh = activity.claims.filter(({ id }) => activity.unsaid.includes(id));
  const said = fresh.filter(({ open }) => open);
  if (fresh.length === 0) return nothingDone;
  return {
    events: [{ kind: 'announced', at: setting.now }],
    says: tellGroups(activity, 'joined', setting, {
      wording: 'activity.joined',
      params: {
        ...named(activity),
        names: said.map(({ person, guest }) => ({ person: guest === null ? person : null, guest })),
        others: fresh.length - said.length,
        count: countComing(activity),
        needed: placesIn(activity),
      },
    }),
  };
};

/** After somebody signed up: the list when it is full now, a batch when there are enough names for one. */
export const announceAfter = (before: Activity, activity: Activity, setting: Setting): Done => {
  if (isFull(activity) && !isFull(before))
    return {
      events: [{ kind: 'announced', at: setting.now }],
      says: tellGroups(activity, 'list', setting, listSpoken(activity, 'full')),
    };
  return activity.unsaid.length >= namesTogether ? announceBatch(activity, setting) : nothingDone;
};

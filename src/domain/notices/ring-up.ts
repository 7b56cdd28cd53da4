import { addMinutes, localTime } from '../calendar/local-time';
import { communityArea } from '../community/area-tree';
import type { Community } from '../community/community';
import { directorsFor, onDuty, staffFor } from '../community/responsible';
import type { Say } from '../decision';
import type { Moment, PersonId } from '../ids';
import { placeNotice } from './place-notice';

export interface Unreached {
  readonly person: PersonId;
  readonly community: Community;
  readonly now: Moment;
  readonly critical: boolean;
  /** A group was asked, by mention, that the person write first. */
  readonly mentioned: boolean;
}

/** How long a mention in the group is given before somebody is to ring up. */
const patienceMinutes = 120;

/**
 * The last way to somebody whom no platform reaches: those on duty, or else staff, are asked to ring up. Once a person
 * and day, and once more where it is urgent; what it is about, and whether it still is so, is found out when it is said.
 */
export const ringUp = ({ person, community, now, critical, mentioned }: Unreached): readonly Say[] => {
  const area = communityArea(community)?.id ?? null;
  const desks = [onDuty(community, area, now), staffFor(community, area, now), directorsFor(community, area, now)];
  const asked = desks.map((each) => each.filter(({ id }) => id !== person)).find((each) => each.length > 0) ?? [];
  const { date } = localTime(now, community.calendar.timeZone);
  return asked.map(({ id }) =>
    placeNotice(
      {
        to: { person: id },
        key: `ring.${person}.${date}${critical ? '.critical' : ''}`,
        urgency: critical ? 'critical' : 'ordinary',
        ...(mentioned && !critical ? { holdUntil: addMinutes(now, patienceMinutes) } : {}),
        wording: 'platform.please-ring',
        params: { person, numbers: [], critical },
      },
      { area, community, now },
    ),
  );
};

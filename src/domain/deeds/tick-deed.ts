import { addMinutes } from '../calendar/local-time';
import type { Community } from '../community/community';
import { decision, type Decision } from '../decision';
import type { Moment } from '../ids';
import type { Deed } from './deed';
import { foldDeed, type DeedEvent } from './deed-event';
import { askWhetherItCounts, saysOfLapsed } from './deed-says';
import { judgesOf } from './nominate-deed';

const dayMinutes = 24 * 60;

/** Days in which those who were asked are to answer. */
const daysEach = 3;

/** Staff are asked, then staff and directors; after that it lapses. */
const mostTimes = 2;

export const deedDue = ({ phase, askedAt }: Deed): Moment | null =>
  phase === 'waiting' ? addMinutes(askedAt, daysEach * dayMinutes) : null;

/** Nobody answered: it is asked more widely; when nobody answers again it lapses, and whoever named it hears how to go on. */
export const tickDeed = (
  deed: Deed,
  { now, community }: { readonly now: Moment; readonly community: Community },
): Decision<DeedEvent> => {
  const due = deedDue(deed);
  if (due === null || due > now) return decision<DeedEvent>();
  const to = judgesOf(deed, { now, community }, true);
  if (deed.times >= mostTimes || to.length === 0)
    return decision<DeedEvent>({
      events: [{ kind: 'lapsed', at: now }],
      says: saysOfLapsed(deed, { now, community }),
    });
  const event: DeedEvent = { kind: 'asked', at: now, to };
  const after = foldDeed(deed, [event]) ?? deed;
  return decision<DeedEvent>({ events: [event], says: askWhetherItCounts(after, { now, community }) });
};

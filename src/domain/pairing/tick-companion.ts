import { addMinutes } from '../calendar/local-time';
import type { Community } from '../community/community';
import { decision, type Decision } from '../decision';
import type { Moment } from '../ids';
import type { Companion, Pair } from './companion';
import type { CompanionEvent } from './companion-event';
import { askBoth, sayCameToNothing } from './companion-says';

const dayMinutes = 24 * 60;
/** Whoever has not answered is asked once more; then it came to nothing. */
const remindDays = 1;
const lateDays = 3;

const dueOf = ({ at, reminded }: Pair): Moment => addMinutes(at, (reminded ? lateDays : remindDays) * dayMinutes);

export const companionDue = ({ pair }: Companion): Moment | null => (pair?.phase === 'asked' ? dueOf(pair) : null);

export const tickCompanion = (
  companion: Companion,
  { now, community }: { readonly now: Moment; readonly community: Community },
): Decision<CompanionEvent> => {
  const { pair } = companion;
  const due = companionDue(companion);
  if (!pair || due === null || due > now) return decision<CompanionEvent>();
  const when = { now, community };
  if (addMinutes(pair.at, lateDays * dayMinutes) <= now)
    return decision<CompanionEvent>({
      events: [{ kind: 'unpaired', at: now, by: null, why: 'late' }],
      says: sayCameToNothing(companion, pair, { by: null, why: 'late' }, when),
    });
  return decision<CompanionEvent>({
    events: [{ kind: 'reminded', at: now }],
    says: askBoth(companion, pair, true, when),
  });
};

import { addMinutes, minutesBetween } from '../calendar/local-time';
import { nextMomentOutside } from '../calendar/quiet';
import type { Say } from '../decision';
import type { Moment } from '../ids';
import { calledPlan, type Activity } from './activity';
import type { ActivityContext } from './activity-command';
import type { ActivityEvent } from './activity-event';
import { named } from './activity-refusal';
import type { Done } from './announce';
import { foldActivity } from './fold-activity';
import { firstInLine } from './places';

type Setting = Pick<ActivityContext, 'now' | 'community'>;

/** Nobody answers faster than this; so near the beginning a place is offered no more. */
const leastMinutes = 10;

/** By when an offer is answered: within the pack's time of daytime, and early enough for the next one. */
const answerUntil = (from: Moment, { now, community }: Setting): Moment | null => {
  const { policy, calendar } = community;
  const asked = nextMomentOutside(now, [policy.quietHours], calendar.timeZone);
  const left = minutesBetween(asked, from);
  if (left < leastMinutes * 2) return null;
  return addMinutes(asked, Math.min(policy.offerMinutes, Math.max(leastMinutes, Math.floor(left / 2))));
};

/** Every free place goes to the first in the line for whom it is enough. */
export const offerPlaces = (activity: Activity, setting: Setting): Done => {
  const plan = calledPlan(activity);
  const until = plan && answerUntil(plan.from, setting);
  const events: ActivityEvent[] = [];
  const says: Say[] = [];
  if (!plan || until === null || activity.phase !== 'open') return { events, says };
  let after = activity;
  for (let next = firstInLine(after); next; next = firstInLine(after)) {
    const { claim, role } = next;
    const event: ActivityEvent = { kind: 'offered', at: setting.now, claim: claim.id, role, until };
    events.push(event);
    after = foldActivity(after, [event]) ?? after;
    const asked = nextMomentOutside(
      setting.now,
      [setting.community.policy.quietHours],
      setting.community.calendar.timeZone,
    );
    says.push({
      ...{ to: { person: claim.person }, key: `offer.${claim.id}`, urgency: 'ordinary', question: true },
      ...{ choices: ['coming', 'not-coming'], ...(asked === setting.now ? {} : { holdUntil: asked }) },
      wording: 'activity.offer',
      params: { ...named(activity), name: claim.person, place: plan.place, from: plan.from, expires: until },
    });
  }
  return { events, says };
};

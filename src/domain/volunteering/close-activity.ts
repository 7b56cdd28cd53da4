import { localTime, minutesBetween, momentOfLocal, clockOf, plusDays, addMinutes } from '../calendar/local-time';
import type { Moment } from '../ids';
import { calledPlan, type Activity, type CalledPlan } from './activity';
import type { ActivityContext } from './activity-command';
import type { ActivityEvent } from './activity-event';
import { cardSays } from './activity-says';
import { nothingDone, type Done } from './announce';
import { foldActivity } from './fold-activity';
import { undecided } from './presence';

type Setting = Pick<ActivityContext, 'now' | 'community'>;

/** The same clock a week later, however many weeks were slept through. */
const nextSession = ({ from, to }: CalledPlan, { now, community }: Setting): { from: Moment; to: Moment } => {
  const { timeZone } = community.calendar;
  const { date, minuteOfDay } = localTime(from, timeZone);
  let days = 7;
  let next = momentOfLocal(plusDays(date, days), clockOf(minuteOfDay), timeZone);
  while (next <= now) {
    days += 7;
    next = momentOfLocal(plusDays(date, days), clockOf(minuteOfDay), timeZone);
  }
  return { from: next, to: addMinutes(next, minutesBetween(from, to)) };
};

/** Another code each week, so that last week's paper opens nothing. */
const nextCode = (code: string | null): string => String(((Number(code ?? '0') * 7 + 4_391) % 9_000) + 1_000);

/** A weekly call goes out again, with an empty list. */
export const renew = (activity: Activity, setting: Setting): Done => {
  const plan = calledPlan(activity);
  if (!plan?.weekly) return nothingDone;
  const session = nextSession(plan, setting);
  const renewed: ActivityEvent = { kind: 'renewed', at: setting.now, ...session, code: nextCode(activity.code) };
  const after = foldActivity(activity, [renewed]) ?? activity;
  return { events: [renewed], says: cardSays(after, 'send', setting) };
};

/** Nothing is left to be said of who came. */
export const close = (activity: Activity, setting: Setting): Done => {
  const closed: ActivityEvent = { kind: 'closed', at: setting.now };
  const after = foldActivity(activity, [closed]) ?? activity;
  const again = renew(after, setting);
  return {
    events: [closed, ...again.events],
    says: again.events.length > 0 ? again.says : cardSays(after, 'edit', setting),
  };
};

export const closeWhenKnown = (activity: Activity, setting: Setting): Done =>
  activity.phase === 'over' && undecided(activity).length === 0 ? close(activity, setting) : nothingDone;

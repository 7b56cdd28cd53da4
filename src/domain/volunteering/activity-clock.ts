import { addMinutes } from '../calendar/local-time';
import type { Moment } from '../ids';
import { calledPlan, type Activity } from './activity';
import { batchMinutes } from './announce';
import { draftEnds } from './begin-activity';

/** Something that time will do to an activity. */
export interface ActivityTime {
  readonly name: string;
  readonly at: Moment;
  readonly what: 'put-away' | 'batch' | 'offer-over' | 'begin';
}

const whileOpen = (activity: Activity): readonly ActivityTime[] => {
  const plan = calledPlan(activity);
  if (!plan) return [];
  const batch = activity.unsaidSince === null ? null : addMinutes(activity.unsaidSince, batchMinutes);
  return [
    ...(batch === null ? [] : [{ name: 'batch', at: batch, what: 'batch' } as const]),
    ...activity.claims.flatMap(({ id, phase, until }) =>
      phase === 'offered' && until !== null ? [{ name: `offer.${id}`, at: until, what: 'offer-over' } as const] : [],
    ),
    ...(activity.notices.includes('begin') ? [] : [{ name: 'begin', at: plan.from, what: 'begin' } as const]),
  ];
};

/** Everything that time will still do, in order. */
export const scheduleActivity = (activity: Activity): readonly ActivityTime[] => {
  const all: readonly ActivityTime[] =
    activity.phase === 'draft'
      ? [{ name: 'put-away', at: draftEnds(activity), what: 'put-away' }]
      : activity.phase === 'open'
        ? whileOpen(activity)
        : [];
  return [...all].sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
};

export const activityNextDue = (activity: Activity): Moment | null => scheduleActivity(activity)[0]?.at ?? null;

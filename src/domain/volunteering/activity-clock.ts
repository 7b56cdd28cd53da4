import { addMinutes, localTime, momentOfLocal, plusDays } from '../calendar/local-time';
import type { Community } from '../community/community';
import type { Moment } from '../ids';
import { calledPlan, type Activity, type CalledPlan } from './activity';
import { batchMinutes } from './announce';
import { draftEnds } from './begin-activity';

/** Something that time will do to an activity. */
export interface ActivityTime {
  readonly name: string;
  readonly at: Moment;
  readonly what: 'put-away' | 'batch' | 'offer-over' | 'remind' | 'begin' | 'end' | 'ask-again' | 'ask-desk' | 'close';
}

type Calendar = Pick<Community, 'calendar'>;

/** People are reminded when they are home, and again when it is time to leave. */
const eveAt = '18:30';
const hourMinutes = 60;
/** Who leads is asked again on the morning after; then staff; then nobody any more. */
const askAgainAt = '09:00';
const deskDays = 2;
const closeDays = 5;

const onDay = (at: Moment, days: number, clock: string, { calendar }: Calendar): Moment =>
  momentOfLocal(plusDays(localTime(at, calendar.timeZone).date, days), clock, calendar.timeZone);

const reminders = ({ calledAt }: Activity, { from }: CalledPlan, community: Calendar): readonly ActivityTime[] =>
  [
    { name: 'eve', at: onDay(from, -1, eveAt, community), what: 'remind' } as const,
    { name: 'hour', at: addMinutes(from, -hourMinutes), what: 'remind' } as const,
  ].filter(({ at }) => calledAt !== null && calledAt < at);

const whileOpen = (activity: Activity, plan: CalledPlan, community: Calendar): readonly ActivityTime[] => {
  const batch = activity.unsaidSince === null ? null : addMinutes(activity.unsaidSince, batchMinutes);
  return [
    ...(batch === null || batch >= plan.from ? [] : [{ name: 'batch', at: batch, what: 'batch' } as const]),
    ...activity.claims.flatMap(({ id, phase, until }) =>
      phase === 'offered' && until !== null ? [{ name: `offer.${id}`, at: until, what: 'offer-over' } as const] : [],
    ),
    ...reminders(activity, plan, community),
    { name: 'begin', at: plan.from, what: 'begin' },
    { name: 'end', at: plan.to, what: 'end' },
  ];
};

const whenOver = ({ to }: CalledPlan, community: Calendar): readonly ActivityTime[] => [
  { name: 'ask-again', at: onDay(to, 1, askAgainAt, community), what: 'ask-again' },
  { name: 'ask-desk', at: onDay(to, deskDays, askAgainAt, community), what: 'ask-desk' },
  { name: 'close', at: onDay(to, closeDays, askAgainAt, community), what: 'close' },
];

const allOf = (activity: Activity, community: Calendar): readonly ActivityTime[] => {
  if (activity.phase === 'draft') return [{ name: 'put-away', at: draftEnds(activity), what: 'put-away' }];
  const plan = calledPlan(activity);
  if (!plan) return [];
  if (activity.phase === 'open') return whileOpen(activity, plan, community);
  return activity.phase === 'over' ? whenOver(plan, community) : [];
};

/** Everything that time will still do, in order; each once for every beginning that was planned. */
export const scheduleActivity = (activity: Activity, community: Calendar): readonly ActivityTime[] =>
  allOf(activity, community)
    .filter(({ name }) => !activity.notices.includes(name))
    .sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));

export const activityNextDue = (activity: Activity, community: Calendar): Moment | null =>
  scheduleActivity(activity, community)[0]?.at ?? null;

import { localTime } from '../calendar/local-time';
import type { Decision, Guard, GuardWrite, Say } from '../decision';
import { award, pointsOfMinutes } from '../points/award';
import { countServed, hourGuardIdsOf } from '../points/badge';
import { withinBudget } from '../points/budget';
import type { Posting } from '../points/posting';
import { calledPlan, type Activity, type Claim } from './activity';
import type { ActivityContext } from './activity-command';
import type { ActivityEvent } from './activity-event';
import { named } from './activity-refusal';
import { tellPeople } from './activity-says';
import { expected, minutesServed } from './presence';

type Setting = Pick<ActivityContext, 'now' | 'community'> & { readonly guard: (id: string) => Guard };
type Booked = Pick<Decision<ActivityEvent>, 'events' | 'says' | 'postings' | 'guards'>;

/** The guards of everybody's points of that day; they are read before hours are booked. */
export const hourGuardIds = (
  activity: Activity,
  context: Pick<ActivityContext, 'now' | 'community'>,
): readonly string[] => {
  const { from } = activity.plan;
  return from === null ? [] : expected(activity).flatMap(({ person }) => hourGuardIdsOf(person, from, context));
};

/** Each session of a weekly call earns by itself. */
const partOf = (from: string, { calendar }: ActivityContext['community']): string =>
  localTime(from, calendar.timeZone).date;

/** Hours of these become points, in whole steps, never more in a day than the pack allows; everybody hears of their own. */
export const bookHours = (activity: Activity, claims: readonly Claim[], setting: Setting): Booked => {
  const { now, community, guard } = setting;
  const plan = calledPlan(activity);
  const events: ActivityEvent[] = [];
  const says: Say[] = [];
  const postings: Posting[] = [];
  const guards = new Map<string, GuardWrite>();
  /** What one award leaves, of the budget and of a day, the next one finds. */
  const asLeft = (id: string): Guard => guards.get(id) ?? guard(id);
  for (const claim of plan ? claims.filter((one) => one.award === null) : []) {
    if (!plan) break;
    const minutes = minutesServed(claim, plan);
    const points = pointsOfMinutes(minutes, { ...community.policy, hourPoints: plan.pointsPerHour });
    const hours = award({
      ...{ kind: 'hours', person: claim.person, matter: activity.id, number: activity.number, points },
      ...{ part: partOf(plan.from, community), at: plan.from, community, guard: asLeft },
    });
    const given = withinBudget(hours, { person: claim.person, now, community, guard: asLeft });
    postings.push(...given.postings);
    const badge = countServed({ person: claim.person, minutes, now, community, guard: asLeft });
    [...given.guards, ...badge.guards].forEach((write) => guards.set(write.id, write));
    says.push(...given.says, ...badge.says);
    const booked = { minutes, points: given.points, cause: given.postings[0]?.cause ?? null };
    events.push({ kind: 'awarded', at: now, claim: claim.id, ...booked });
    const params = { ...named(activity), name: claim.person, minutes, points: booked.points };
    says.push(
      ...tellPeople([claim.person], `thanks.${claim.id}`, setting, {
        wording: 'activity.thanks',
        params: { ...params, capped: booked.points < points },
      }),
    );
  }
  return { events, says, postings, guards: [...guards.values()] };
};

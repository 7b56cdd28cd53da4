import { refused, type Decision, type Result, type Say } from '../decision';
import { calledPlan, type Activity, type Claim } from './activity';
import type { ActivityCommand, ActivityContext } from './activity-command';
import type { ActivityEvent } from './activity-event';
import { mayLead } from './activity-people';
import { named, type ActivityRefusal } from './activity-refusal';
import { answerTo, tellPeople } from './activity-says';
import { freeAndOffer } from './free-place';

type Leave = Extract<ActivityCommand, { kind: 'leave' }>;

const peopleOf = (claims: readonly Claim[]): number => claims.reduce((sum, { people }) => sum + people, 0);

/** Whoever is taken out by another hears it; whoever does it, how many. */
const leftSays = (
  activity: Activity,
  from: string,
  left: readonly Claim[],
  { by }: Leave,
  context: ActivityContext,
): readonly Say[] => {
  const params = { ...named(activity), people: peopleOf(left) };
  const others = left.map(({ person }) => person).filter((person) => person !== by.id);
  if (others.length === 0) return [answerTo(by.id, 'left', context.now, { wording: 'activity.left', params })];
  return [
    ...tellPeople(others, 'taken-off', context, {
      wording: 'activity.taken-off',
      params: { ...named(activity), from, by: by.id },
    }),
    answerTo(by.id, 'taken-off-done', context.now, { wording: 'activity.taken-off-done', params }),
  ];
};

/** Only the person, or who leads, takes somebody out: alone, or with all whom they brought. */
export const leave = (
  activity: Activity,
  command: Leave,
  context: ActivityContext,
): Result<Decision<ActivityEvent>, ActivityRefusal> => {
  const { by, claims } = command;
  const { now, community } = context;
  const plan = calledPlan(activity);
  if (activity.phase !== 'open' || !plan) return refused({ kind: 'not-now' });
  if (plan.from <= now) return refused({ kind: 'begun' });
  const left = activity.claims.filter(({ id, person }) => (claims === null ? person === by.id : claims.includes(id)));
  if (left.length === 0) return refused({ kind: 'not-in' });
  if (left.some(({ person }) => person !== by.id) && !mayLead(activity, by, community))
    return refused({ kind: 'others-line' });
  const events = left.map(({ id }): ActivityEvent => ({ kind: 'withdrawn', at: now, by: by.id, claim: id }));
  return freeAndOffer(activity, events, leftSays(activity, plan.from, left, command, context), context);
};

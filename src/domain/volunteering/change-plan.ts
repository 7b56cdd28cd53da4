import { decided, refused, type Decision, type Result } from '../decision';
import { calledPlan, type Activity } from './activity';
import type { ActivityCommand, ActivityContext } from './activity-command';
import type { ActivityEvent } from './activity-event';
import { mayLead } from './activity-people';
import { named, type ActivityRefusal } from './activity-refusal';
import { answerTo, cardSays, tellGroups, tellPeople } from './activity-says';
import { soundPlan } from './begin-activity';
import { foldActivity } from './fold-activity';
import { offerPlaces } from './offer-places';

/** Another time, place or number: everybody who signed up, and the groups, hear it at once. */
export const changePlan = (
  activity: Activity,
  { by, plan: wanted }: Extract<ActivityCommand, { kind: 'change' }>,
  context: ActivityContext,
): Result<Decision<ActivityEvent>, ActivityRefusal> => {
  const { now, community } = context;
  if (!mayLead(activity, by, community)) return refused({ kind: 'not-yours' });
  const before = calledPlan(activity);
  if (activity.phase !== 'open' || !before) return refused({ kind: 'not-now' });
  if (before.from <= now) return refused({ kind: 'begun' });
  const plan = calledPlan({ plan: soundPlan(wanted, now) });
  if (!plan) return refused({ kind: 'bad-plan', why: 'time' });
  const changed: ActivityEvent = { kind: 'changed', at: now, by: by.id, plan };
  const after = foldActivity(activity, [changed]) ?? activity;
  const offered = offerPlaces(after, context);
  const told = [...new Set(activity.claims.map(({ person }) => person))].filter((person) => person !== by.id);
  const spoken = { wording: 'activity.changed', params: { ...named(after), plan } } as const;
  return decided({
    events: [changed, ...offered.events],
    says: [
      ...tellPeople(told, 'changed', context, spoken, { urgency: 'prompt' }),
      answerTo(by.id, 'changed-done', now, {
        wording: 'activity.changed-done',
        params: { ...named(after), plan, people: told.length },
      }),
      ...tellGroups(after, 'changed', context, spoken),
      ...offered.says,
      ...cardSays(after, 'edit', context),
    ],
  });
};

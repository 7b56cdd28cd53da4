import type { Person } from '../community/community';
import { refused, type Decision, type Result } from '../decision';
import { calledPlan, countComing, type Activity, type Claim } from './activity';
import type { ActivityContext } from './activity-command';
import type { ActivityEvent } from './activity-event';
import { named, type ActivityRefusal } from './activity-refusal';
import { answerTo } from './activity-says';
import { foldActivity } from './fold-activity';
import { freeAndOffer } from './free-place';
import { placesIn } from './places';
import { decidedLine } from './decided-line';

/** The answer to the offer of a place: it is theirs, or the next one's. */
export const answerOffer = (
  activity: Activity,
  { id: claim, phase, until, people }: Claim,
  by: Person,
  coming: boolean,
  context: ActivityContext,
): Result<Decision<ActivityEvent>, ActivityRefusal> => {
  const { now } = context;
  const plan = calledPlan(activity);
  if (!plan || activity.phase !== 'open' || phase !== 'offered' || until === null || until <= now)
    return refused({ kind: 'not-offered' });
  if (!coming) {
    const passed: ActivityEvent = { kind: 'passed', at: now, claim, why: 'declined' };
    const said = answerTo(by.id, 'passed', now, {
      wording: 'activity.passed',
      params: { ...named(activity), why: 'declined' },
    });
    return freeAndOffer(activity, [passed], [said], context);
  }
  const accepted: ActivityEvent = { kind: 'accepted', at: now, by: by.id, claim };
  const after = foldActivity(activity, [accepted]) ?? activity;
  const params = { ...named(activity), plan, people, count: countComing(after), needed: placesIn(after) };
  const said = answerTo(by.id, 'accepted', now, { wording: 'activity.signed', params });
  return decidedLine(activity, [accepted], [said], context);
};

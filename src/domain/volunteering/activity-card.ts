import type { ChoiceId } from '../decision';
import type { Moment, PhotoId } from '../ids';
import type { SpokenOf } from '../wording/params';
import { calledPlan, countComing, type Activity } from './activity';
import { named } from './activity-refusal';
import { isFull } from './places';

/** The call in a group, as it is true now. Null: it was never called out. */
export const activityCard = (
  activity: Activity,
  now: Moment,
):
  | (SpokenOf<'activity.call'> & { readonly choices: readonly ChoiceId[]; readonly photos: readonly PhotoId[] })
  | null => {
  const plan = calledPlan(activity);
  if (!plan) return null;
  const { phase } = activity;
  const began = plan.from <= now;
  return {
    wording: 'activity.call',
    params: { ...named(activity), plan, phase, count: countComing(activity), full: isFull(activity), began },
    choices: phase === 'open' && !began ? ['sign-up'] : [],
    photos: [],
  };
};

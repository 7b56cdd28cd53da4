import type { Say } from '../decision';
import type { PersonId } from '../ids';
import type { Activity } from './activity';
import type { ActivityContext } from './activity-command';
import { named } from './activity-refusal';
import { tellPeople } from './activity-says';
import { expected, undecided } from './presence';

/** Who came is asked of who leads: a button for all of them, names for the rest. */
export const askWhoCame = (
  activity: Activity,
  asked: readonly PersonId[],
  again: boolean,
  setting: Pick<ActivityContext, 'now' | 'community'>,
): readonly Say[] => {
  const names = undecided(activity).map(({ person }) => person);
  const known = expected(activity).length - names.length;
  return tellPeople(
    asked,
    'who-came',
    setting,
    { wording: 'activity.who-came', params: { ...named(activity), names, known, again } },
    { question: true, choices: ['all-came'], photos: activity.photos },
  );
};

import { decided, type Decision, type Say } from '../decision';
import type { Activity } from './activity';
import type { ActivityContext } from './activity-command';
import type { ActivityEvent } from './activity-event';
import { cardSays } from './activity-says';
import { announceAfter } from './announce';
import { foldActivity } from './fold-activity';

/** The decision that these events make, with what the groups hear of it. */
export const decidedLine = (
  activity: Activity,
  events: readonly ActivityEvent[],
  says: readonly Say[],
  context: Pick<ActivityContext, 'now' | 'community'>,
): { readonly ok: true; readonly value: Decision<ActivityEvent> } => {
  const after = foldActivity(activity, events) ?? activity;
  const announced = announceAfter(activity, after, context);
  return decided({
    events: [...events, ...announced.events],
    says: [...says, ...cardSays(after, 'edit', context), ...announced.says],
  });
};

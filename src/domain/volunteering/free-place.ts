import { decided, type Decision, type Say } from '../decision';
import type { Activity } from './activity';
import type { ActivityContext } from './activity-command';
import type { ActivityEvent } from './activity-event';
import { cardSays } from './activity-says';
import { foldActivity } from './fold-activity';
import { offerPlaces } from './offer-places';

/** After these events places are free: they are offered to those who wait. */
export const freeAndOffer = (
  activity: Activity,
  events: readonly ActivityEvent[],
  says: readonly Say[],
  context: Pick<ActivityContext, 'now' | 'community'>,
): { readonly ok: true; readonly value: Decision<ActivityEvent> } => {
  const after = foldActivity(activity, events) ?? activity;
  const offered = offerPlaces(after, context);
  const last = foldActivity(after, offered.events) ?? after;
  return decided({
    events: [...events, ...offered.events],
    says: [...says, ...offered.says, ...cardSays(last, 'edit', context)],
  });
};

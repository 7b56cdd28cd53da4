import { decision, type Decision, type Say } from '../decision';
import { isComing, type Activity } from './activity';
import { scheduleActivity, type ActivityTime } from './activity-clock';
import type { ActivityContext } from './activity-command';
import type { ActivityEvent } from './activity-event';
import { named } from './activity-refusal';
import { tellGroups, tellPeople } from './activity-says';
import { announceBatch, listSpoken, type Done } from './announce';
import { foldActivity } from './fold-activity';
import { freeAndOffer } from './free-place';

type Setting = Pick<ActivityContext, 'now' | 'community'>;

const putAway = (activity: Activity, setting: Setting): Done => ({
  events: [{ kind: 'dropped', at: setting.now, by: null }],
  says: tellPeople([activity.leader], 'dropped', setting, {
    wording: 'activity.dropped',
    params: { ...named(activity), late: true },
  }),
});

/** Nobody answered: the place is the next one's, and whoever was asked hears it. */
const offerOver = (activity: Activity, name: string, setting: Setting): Done => {
  const claim = activity.claims.find(({ id }) => name === `offer.${id}`);
  if (!claim) return { events: [], says: [] };
  const said = tellPeople([claim.person], `late.${claim.id}`, setting, {
    wording: 'activity.passed',
    params: { ...named(activity), why: 'late' },
  });
  const passed: ActivityEvent = { kind: 'passed', at: setting.now, claim: claim.id, why: 'late' };
  return freeAndOffer(activity, [passed], said, setting).value;
};

/** Sign-ups close: the groups see the list once more. */
const begin = (activity: Activity, setting: Setting): Done => ({
  events: [
    { kind: 'reminded', at: setting.now, step: 'begin' },
    { kind: 'announced', at: setting.now },
  ],
  says: activity.claims.some(isComing) ? tellGroups(activity, 'closing', setting, listSpoken(activity, 'closing')) : [],
});

const perform = (activity: Activity, { name, what }: ActivityTime, setting: Setting): Done => {
  switch (what) {
    case 'put-away':
      return putAway(activity, setting);
    case 'batch':
      return announceBatch(activity, setting);
    case 'offer-over':
      return offerOver(activity, name, setting);
    case 'begin':
      return begin(activity, setting);
  }
};

/** Time passed: what is due is done once, each on what the one before it left. */
export const tickActivity = (activity: Activity, setting: Setting): Decision<ActivityEvent> => {
  const events: ActivityEvent[] = [];
  const says: Say[] = [];
  const done = new Set<string>();
  let after = activity;
  for (;;) {
    const next = scheduleActivity(after).find(({ name, at }) => at <= setting.now && !done.has(name));
    if (!next) return decision<ActivityEvent>({ events, says });
    done.add(next.name);
    const made = perform(after, next, setting);
    events.push(...made.events);
    says.push(...made.says);
    after = foldActivity(after, made.events) ?? after;
  }
};

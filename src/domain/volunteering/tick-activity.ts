import { staffFor } from '../community/responsible';
import { decision, type Decision, type Say } from '../decision';
import { calledPlan, isComing, peopleIn, type Activity } from './activity';
import { scheduleActivity, type ActivityTime } from './activity-clock';
import type { ActivityContext } from './activity-command';
import type { ActivityEvent } from './activity-event';
import { named } from './activity-refusal';
import { cardSays, tellGroups, tellPeople } from './activity-says';
import { announceBatch, listSpoken, nothingDone, type Done } from './announce';
import { askWhoCame } from './ask-who-came';
import { close, closeWhenKnown } from './close-activity';
import { foldActivity } from './fold-activity';
import { freeAndOffer } from './free-place';
import { undecided } from './presence';

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
  if (!claim) return nothingDone;
  const said = tellPeople([claim.person], `late.${claim.id}`, setting, {
    wording: 'activity.passed',
    params: { ...named(activity), why: 'late' },
  });
  const passed: ActivityEvent = { kind: 'passed', at: setting.now, claim: claim.id, why: 'late' };
  return freeAndOffer(activity, [passed], said, setting).value;
};

/** The evening before and an hour before; said at that hour, also early in the morning. */
const remind = (activity: Activity, step: string, { now }: Setting): Done => {
  const plan = calledPlan(activity);
  const event: ActivityEvent = { kind: 'reminded', at: now, step };
  if (!plan) return nothingDone;
  const people = [...new Set([activity.leader, ...peopleIn(activity)])];
  const says = people.map((person): Say => ({
    ...{ to: { person }, key: `${step}.${plan.from}`, urgency: 'ordinary' },
    wording: 'activity.reminder',
    params: { ...named(activity), plan, code: person === activity.leader ? activity.code : null },
  }));
  return { events: [event], says };
};

/** Sign-ups close: the groups see the list once more. */
const begin = (activity: Activity, setting: Setting): Done => ({
  events: [
    { kind: 'reminded', at: setting.now, step: 'begin' },
    { kind: 'announced', at: setting.now },
  ],
  says: [
    ...(activity.claims.some(isComing)
      ? tellGroups(activity, 'closing', setting, listSpoken(activity, 'closing'))
      : []),
    ...cardSays(activity, 'edit', setting),
  ],
});

/** It is over: who leads is asked who came, unless that is known or nobody was to come. */
const end = (activity: Activity, setting: Setting): Done => {
  const ended: ActivityEvent = { kind: 'ended', at: setting.now };
  const after = foldActivity(activity, [ended]) ?? activity;
  const closed = closeWhenKnown(after, setting);
  if (closed.events.length > 0) return { events: [ended, ...closed.events], says: closed.says };
  const says = [...cardSays(after, 'edit', setting), ...askWhoCame(after, [activity.leader], false, setting)];
  return { events: [ended], says };
};

/** Nobody said: who has not heard what became of their hours is told whom to ask. */
const closeUnknown = (activity: Activity, setting: Setting): Done => {
  const closed = close(activity, setting);
  const unknown = undecided(activity).map(({ person }) => person);
  const spoken = { wording: 'activity.unconfirmed', params: named(activity) } as const;
  return { events: closed.events, says: [...tellPeople(unknown, 'unconfirmed', setting, spoken), ...closed.says] };
};

const askAgain = (activity: Activity, step: string, setting: Setting): Done => {
  const { now, community } = setting;
  const staff = staffFor(community, activity.area, now).map(({ id }) => id);
  const asked = step === 'ask-desk' && staff.length > 0 ? staff : [activity.leader];
  return { events: [{ kind: 'reminded', at: now, step }], says: askWhoCame(activity, asked, true, setting) };
};

const perform = (activity: Activity, { name, what }: ActivityTime, setting: Setting): Done => {
  switch (what) {
    case 'put-away':
      return putAway(activity, setting);
    case 'batch':
      return announceBatch(activity, setting);
    case 'offer-over':
      return offerOver(activity, name, setting);
    case 'remind':
      return remind(activity, name, setting);
    case 'begin':
      return begin(activity, setting);
    case 'end':
      return end(activity, setting);
    case 'ask-again':
    case 'ask-desk':
      return askAgain(activity, name, setting);
    case 'close':
      return closeUnknown(activity, setting);
  }
};

/** Reminders stand for each other, and so do the questions: after an outage only the last that is due is said. */
const isOvertaken = ({ what }: ActivityTime, later: readonly ActivityTime[]): boolean => {
  if (what === 'remind') return later.some((one) => one.what === 'remind' || one.what === 'begin');
  return what === 'ask-again' && later.some((one) => one.what === 'ask-desk' || one.what === 'close');
};

/** Time passed: what is due is done once, each on what the one before it left. */
export const tickActivity = (activity: Activity, setting: Setting): Decision<ActivityEvent> => {
  const events: ActivityEvent[] = [];
  const says: Say[] = [];
  let after = activity;
  for (;;) {
    const [next, ...later] = scheduleActivity(after, setting.community).filter(({ at }) => at <= setting.now);
    if (!next) return decision<ActivityEvent>({ events, says });
    const made: Done = isOvertaken(next, later)
      ? { events: [{ kind: 'skipped', at: setting.now, steps: [next.name] }], says: [] }
      : perform(after, next, setting);
    if (made.events.length === 0) return decision<ActivityEvent>({ events, says });
    events.push(...made.events);
    says.push(...made.says);
    after = foldActivity(after, made.events) ?? after;
  }
};

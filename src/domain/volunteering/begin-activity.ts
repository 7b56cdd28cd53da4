import { addMinutes, minutesBetween } from '../calendar/local-time';
import type { Community, Person } from '../community/community';
import { decided, decision, refused, type Decision, type Result, type Say } from '../decision';
import type { AreaId, MatterId, Moment } from '../ids';
import { calledPlan, missingSlot, type Activity } from './activity';
import type { ActivityCommand, ActivityContext } from './activity-command';
import type { ActivityEvent, ActivityPlan } from './activity-event';
import { groupsOf, mayLead } from './activity-people';
import { named, type ActivityRefusal } from './activity-refusal';
import { answerTo, cardSays } from './activity-says';
import { foldActivity } from './fold-activity';

type Decided = Result<Decision<ActivityEvent>, ActivityRefusal>;
type Command<K extends ActivityCommand['kind']> = Extract<ActivityCommand, { kind: K }>;

const longestHours = 24;

/** A time that is over, or no span at all, is as good as none: it is asked for. */
export const soundPlan = (plan: ActivityPlan, now: Moment): ActivityPlan => {
  const from = plan.from !== null && plan.from > now ? plan.from : null;
  const minutes = from === null || plan.to === null ? 0 : minutesBetween(from, plan.to);
  return { ...plan, from, to: minutes > 0 && minutes <= longestHours * 60 ? plan.to : null };
};

/** The groups' purposes, as the draft names them. */
const purposesOf = (activity: Activity, community: Community) =>
  groupsOf(activity, community).flatMap((id) => community.groups.find((group) => group.id === id)?.purpose ?? []);

/** What is missing is asked for; what is whole is shown before it goes out. */
export const draftSays = (
  activity: Activity,
  { now, community }: { now: Moment; community: Community },
): readonly Say[] => {
  const slot = missingSlot(activity.plan);
  const plan = calledPlan(activity);
  if (slot !== null || plan === null)
    return [
      answerTo(
        activity.leader,
        'ask',
        now,
        { wording: 'activity.ask', params: { ...named(activity), slot: slot ?? 'title' } },
        { question: true },
      ),
    ];
  const groups = [...new Set(purposesOf(activity, community))];
  return [
    answerTo(
      activity.leader,
      'draft',
      now,
      { wording: 'activity.draft', params: { ...named(activity), plan, groups } },
      { question: true, choices: ['yes', 'no'] },
    ),
  ];
};

/** `发起 …`: a draft with a number; nobody else hears of it. */
export const beginActivity = (
  { id, number, by, area, plan }: { id: MatterId; number: number; by: Person; area: AreaId | null; plan: ActivityPlan },
  setting: { readonly now: Moment; readonly community: Community },
): Decision<ActivityEvent> => {
  const events: readonly ActivityEvent[] = [
    { kind: 'drafted', at: setting.now, by: by.id, id, number, area, plan: soundPlan(plan, setting.now) },
  ];
  const activity = foldActivity(null, events);
  return decision<ActivityEvent>({ events, says: activity ? draftSays(activity, setting) : [] });
};

export const fillDraft = (activity: Activity, { by, plan }: Command<'fill'>, context: ActivityContext): Decided => {
  if (activity.phase !== 'draft') return refused({ kind: 'not-now' });
  if (activity.leader !== by.id) return refused({ kind: 'not-yours' });
  const filled: ActivityEvent = { kind: 'filled', at: context.now, by: by.id, plan: soundPlan(plan, context.now) };
  return decided({ events: [filled], says: draftSays(foldActivity(activity, [filled]) ?? activity, context) });
};

/** The draft was looked at, and goes out to the groups. */
export const callOut = (activity: Activity, { by, code }: Command<'call'>, context: ActivityContext): Decided => {
  const { now, community } = context;
  if (activity.phase !== 'draft') return refused({ kind: 'not-now' });
  if (!mayLead(activity, by, community)) return refused({ kind: 'not-yours' });
  const sound = soundPlan(activity.plan, now);
  if (missingSlot(sound) !== null) return fillDraft(activity, { kind: 'fill', by, plan: sound }, context);
  const called: ActivityEvent = { kind: 'called', at: now, by: by.id, code };
  const after = foldActivity(activity, [called]) ?? activity;
  const groups = [...new Set(purposesOf(after, community))];
  return decided({
    events: [called],
    says: [
      answerTo(by.id, 'called', now, { wording: 'activity.called', params: { ...named(after), code, groups } }),
      ...cardSays(after, 'send', context),
    ],
  });
};

export const dropDraft = (activity: Activity, { by }: Command<'drop'>, { now }: ActivityContext): Decided => {
  if (activity.phase !== 'draft') return refused({ kind: 'not-now' });
  if (activity.leader !== by.id) return refused({ kind: 'not-yours' });
  return decided({
    events: [{ kind: 'dropped', at: now, by: by.id }],
    says: [
      answerTo(by.id, 'dropped', now, { wording: 'activity.dropped', params: { ...named(activity), late: false } }),
    ],
  });
};

/** A draft that nobody looked at for so long is put away. */
const draftDays = 1;
export const draftEnds = ({ since }: Activity): Moment => addMinutes(since, draftDays * 1_440);

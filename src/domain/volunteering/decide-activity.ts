import { decided, refused, type Decision, type Result } from '../decision';
import type { Spoken } from '../wording/params';
import { answerOffer } from './answer-offer';
import { calledPlan, claimOf, peopleIn, type Activity } from './activity';
import type { ActivityCommand, ActivityContext } from './activity-command';
import type { ActivityEvent } from './activity-event';
import { groupsOf, mayLead } from './activity-people';
import { named, type ActivityRefusal } from './activity-refusal';
import { answerTo, cardSays, tellGroups, tellPeople } from './activity-says';
import { listSpoken } from './announce';
import { changePlan } from './change-plan';
import { checkIn, checkOut } from './check-in';
import { renew } from './close-activity';
import { confirmPresence, proveWithPhoto, vouch } from './confirm-presence';
import { claimList } from './claim-list';
import { callOut, dropDraft, fillDraft } from './begin-activity';
import { foldActivity } from './fold-activity';
import { leave } from './leave';
import { signUp } from './sign-up';

type Decided = Result<Decision<ActivityEvent>, ActivityRefusal>;
type Command<K extends ActivityCommand['kind']> = Extract<ActivityCommand, { kind: K }>;

const answer = (activity: Activity, { by, claim, coming }: Command<'answer'>, context: ActivityContext): Decided => {
  const offered = activity.claims.find(
    ({ id, person, phase }) => person === by.id && (claim === null ? phase === 'offered' : id === claim),
  );
  return offered ? answerOffer(activity, offered, by, coming, context) : refused({ kind: 'not-offered' });
};

/** Said that they stay, or that they do not come: nothing changes, and they hear how it stands. */
const unchanged = (activity: Activity, { by }: Command<'stay' | 'decline'>, { now }: ActivityContext): Decided => {
  const own = claimOf(activity, by.id);
  const spoken: Spoken = own
    ? { wording: 'activity.already-in', params: { ...named(activity), people: own.people } }
    : { wording: 'activity.declined', params: named(activity) };
  return decided({ says: [answerTo(by.id, 'unchanged', now, spoken)] });
};

/** The list, in the groups, for who leads; its leader alone gets it where there are none. */
const showList = (activity: Activity, { by }: Command<'show-list'>, context: ActivityContext): Decided => {
  if (activity.phase !== 'open' && activity.phase !== 'over') return refused({ kind: 'not-now' });
  if (!mayLead(activity, by, context.community) && !claimOf(activity, by.id)) return refused({ kind: 'not-yours' });
  const spoken = listSpoken(activity, 'asked');
  return decided({
    events: [{ kind: 'announced', at: context.now }],
    says:
      groupsOf(activity, context.community).length === 0
        ? [answerTo(by.id, 'list', context.now, spoken)]
        : tellGroups(activity, 'list', context, spoken),
  });
};

/** It does not take place: everybody who comes or waits hears it at once. */
const cancel = (activity: Activity, { by, words }: Command<'cancel'>, context: ActivityContext): Decided => {
  if (!mayLead(activity, by, context.community)) return refused({ kind: 'not-yours' });
  if (activity.phase === 'draft') return dropDraft(activity, { kind: 'drop', by }, context);
  const plan = calledPlan(activity);
  if (activity.phase !== 'open' || !plan) return refused({ kind: 'not-now' });
  const event: ActivityEvent = { kind: 'cancelled', at: context.now, by: by.id, words };
  const waiting = activity.claims.map(({ person }) => person);
  const told = [...peopleIn(activity), ...waiting].filter((person) => person !== by.id);
  const params = { ...named(activity), from: plan.from, words: words === null ? [] : [words] };
  const after = foldActivity(activity, [event]) ?? activity;
  const again = renew(after, context);
  return decided({
    events: [event, ...again.events],
    says: [
      ...tellPeople(told, 'cancelled', context, { wording: 'activity.cancelled', params }, { urgency: 'prompt' }),
      answerTo(by.id, 'cancelled', context.now, {
        wording: 'activity.cancelled-done',
        params: { ...named(activity), people: new Set(told).size },
      }),
      ...tellGroups(activity, 'cancelled', context, { wording: 'activity.cancelled', params }),
      ...(again.events.length > 0 ? again.says : cardSays(after, 'edit', context)),
    ],
  });
};

/** Somebody said something to an activity: the decision, or why not. */
export const decideActivity = (activity: Activity, command: ActivityCommand, context: ActivityContext): Decided => {
  switch (command.kind) {
    case 'fill':
      return fillDraft(activity, command, context);
    case 'call':
      return callOut(activity, command, context);
    case 'drop':
      return dropDraft(activity, command, context);
    case 'sign':
      return signUp(activity, command, context);
    case 'list':
      return claimList(activity, command, context);
    case 'leave':
      return leave(activity, command, context);
    case 'answer':
      return answer(activity, command, context);
    case 'stay':
    case 'decline':
      return unchanged(activity, command, context);
    case 'show-list':
      return showList(activity, command, context);
    case 'change':
      return changePlan(activity, command, context);
    case 'check-in':
      return checkIn(activity, command, context);
    case 'check-out':
      return checkOut(activity, command, context);
    case 'presence':
      return confirmPresence(activity, command, context);
    case 'vouch':
      return vouch(activity, command, context);
    case 'prove':
      return proveWithPhoto(activity, command, context);
    case 'cancel':
      return cancel(activity, command, context);
  }
};

import { addMinutes } from '../calendar/local-time';
import { decided, refused, type Decision, type Result } from '../decision';
import { calledPlan, claimOf, type Activity, type Claim } from './activity';
import type { ActivityCommand, ActivityContext } from './activity-command';
import type { ActivityEvent } from './activity-event';
import { named, type ActivityRefusal } from './activity-refusal';
import { answerTo } from './activity-says';
import { bookHours } from './book-hours';
import { closeWhenKnown } from './close-activity';
import { foldActivity } from './fold-activity';
import { earlyMinutes, isHere } from './presence';

type Decided = Result<Decision<ActivityEvent>, ActivityRefusal>;
type Command<K extends ActivityCommand['kind']> = Extract<ActivityCommand, { kind: K }>;

/** Who had no place, or no word before, and came: there is work for them. */
const comes = (own: Claim | null, { by, claim }: Command<'check-in'>, at: string): readonly ActivityEvent[] => {
  if (own?.phase === 'in' || own?.phase === 'walk-in') return [];
  if (own) return [{ kind: 'accepted', at, by: by.id, claim: own.id }];
  const walkIn = { person: by.id, guest: null, people: 1, role: null, listed: false, open: false } as const;
  return [{ kind: 'signed', at, by: by.id, claim, ...walkIn, as: 'walk-in' }];
};

/** With the code that is shown on the spot, from an hour before to the end. */
export const checkIn = (activity: Activity, command: Command<'check-in'>, { now }: ActivityContext): Decided => {
  const { by, code, near } = command;
  const plan = calledPlan(activity);
  if (activity.phase !== 'open' || !plan || plan.to <= now) return refused({ kind: 'not-now' });
  if (near && near.metres > near.within) return refused({ kind: 'too-far', metres: near.metres });
  if (!near && activity.code !== code) return refused({ kind: 'wrong-code' });
  if (addMinutes(plan.from, -earlyMinutes) > now) return refused({ kind: 'too-early', from: plan.from });
  const own = claimOf(activity, by.id);
  if (own?.cameAt && own.leftAt === null) return refused({ kind: 'already-here' });
  if (own?.award) return refused({ kind: 'booked' });
  const events = comes(own, command, now);
  const after = foldActivity(activity, events) ?? activity;
  const claim = claimOf(after, by.id)?.id ?? command.claim;
  return decided({
    events: [...events, { kind: 'checked-in', at: now, by: by.id, claim }],
    says: [answerTo(by.id, 'here', now, { wording: 'activity.here', params: { ...named(activity), to: plan.to } })],
  });
};

/** Leaving counts the hours; those of the leader wait for somebody else's word. */
export const checkOut = (activity: Activity, { by }: Command<'check-out'>, context: ActivityContext): Decided => {
  const { now } = context;
  const own = claimOf(activity, by.id);
  if (activity.phase !== 'open' && activity.phase !== 'over') return refused({ kind: 'not-now' });
  if (!own || !isHere(own)) return refused({ kind: own?.award ? 'booked' : 'not-here' });
  const left: ActivityEvent = { kind: 'checked-out', at: now, by: by.id, claim: own.id };
  const after = foldActivity(activity, [left]) ?? activity;
  const claim = claimOf(after, by.id);
  if (by.id === activity.leader || !claim)
    return decided({
      events: [left],
      says: [answerTo(by.id, 'left', now, { wording: 'activity.leader-left', params: named(activity) })],
    });
  const booked = bookHours(after, [claim], context);
  const last = foldActivity(after, booked.events) ?? after;
  const closed = closeWhenKnown(last, context);
  return decided({
    ...booked,
    events: [left, ...booked.events, ...closed.events],
    says: [...booked.says, ...closed.says],
  });
};

import { localTime } from '../calendar/local-time';
import type { Community } from '../community/community';
import { decided, refused, type Decision, type Result, type Say } from '../decision';
import type { Moment, PersonId } from '../ids';
import { answerOffer } from './answer-offer';
import { calledPlan, claimOf, countComing, type Activity, type CalledPlan, type Claim } from './activity';
import type { ActivityCommand, ActivityContext, Busy } from './activity-command';
import type { ActivityEvent, AskedRequirement } from './activity-event';
import { named, type ActivityRefusal } from './activity-refusal';
import { answerTo } from './activity-says';
import { decidedLine } from './decided-line';
import { foldActivity } from './fold-activity';
import { freeAndOffer } from './free-place';
import { meetsGuards, toAsk } from './requirement';
import { freePlaces, placesIn, roomFor } from './places';

type Decided = Result<Decision<ActivityEvent>, ActivityRefusal>;
type Sign = Extract<ActivityCommand, { kind: 'sign' }>;

/** More than so many come as a group, and ask first. */
export const mostTogether = 20;

/** The guard of a person's word to come on a day; it is read before the decision. */
export const busyGuardId = (person: PersonId, from: Moment, { calendar }: Pick<Community, 'calendar'>): string =>
  `activities:${person}:${localTime(from, calendar.timeZone).date}`;

/** The other one, where both cannot be done. */
export const clashWith = ({ from, to }: CalledPlan, busy: readonly Busy[]): Busy | null =>
  busy.find((other) => other.from < to && from < other.to) ?? null;

/** How many wait before this one. */
export const aheadOf = ({ claims }: Activity, id: string): number =>
  claims.filter(({ phase }) => phase === 'waiting').findIndex((claim) => claim.id === id);

/** What the one who signed up hears: in a group, only that they have to wait. */
export const signedSays = (
  activity: Activity,
  claim: Claim,
  spokenOpenly: boolean,
  { now }: Pick<ActivityContext, 'now'>,
): readonly Say[] => {
  const plan = calledPlan(activity);
  if (!plan) return [];
  const { person, people } = claim;
  if (claim.phase === 'waiting')
    return [
      answerTo(person, 'waiting', now, {
        wording: 'activity.waiting',
        params: { ...named(activity), people, ahead: aheadOf(activity, claim.id) },
      }),
    ];
  if (spokenOpenly) return [];
  const params = { ...named(activity), plan, people, count: countComing(activity), needed: placesIn(activity) };
  return [answerTo(person, 'signed', now, { wording: 'activity.signed', params })];
};

/** Said again: another number of people changes it, where there is room; the same changes nothing. */
const signAgain = (activity: Activity, own: Claim, { by, people, open }: Sign, context: ActivityContext): Decided => {
  if (own.phase === 'offered') return answerOffer(activity, own, by, true, context);
  const more = people === null ? 0 : people - own.people;
  if (more === 0)
    return own.phase === 'waiting'
      ? refused({ kind: 'already-waiting', ahead: aheadOf(activity, own.id) })
      : refused({ kind: 'already-in', people: own.people });
  if (own.phase === 'in' && more > freePlaces(activity, own.role))
    return refused({ kind: 'no-room', free: Math.max(0, freePlaces(activity, own.role)), people: own.people });
  const resized: ActivityEvent = {
    ...{ kind: 'resized', at: context.now, by: by.id, claim: own.id, people: own.people + more },
  };
  const after = foldActivity(activity, [resized]) ?? activity;
  const claim = claimOf(after, by.id);
  const says = claim ? signedSays(after, claim, open, context) : [];
  // Fewer than before: what that frees goes to whoever waits.
  return more < 0 ? freeAndOffer(activity, [resized], says, context) : decidedLine(activity, [resized], says, context);
};

/** What the program does not know of somebody, it asks them. */
export const askMeets = (
  activity: Activity,
  { by, people, role }: Pick<Sign, 'by' | 'people' | 'role'>,
  asked: readonly AskedRequirement[],
  now: Moment,
): Say =>
  answerTo(
    by.id,
    'meets',
    now,
    { wording: 'activity.meets', params: { ...named(activity), asked, people, role } },
    { question: true, choices: ['yes', 'no'] },
  );

/** Somebody comes, or waits in the line when there is no place. */
export const signUp = (activity: Activity, command: Sign, context: ActivityContext): Decided => {
  const { by, claim, role, open } = command;
  const { now } = context;
  const plan = calledPlan(activity);
  if (activity.phase !== 'open' || !plan) return refused({ kind: 'not-now' });
  if (plan.from <= now) return refused({ kind: 'begun' });
  if ((command.people ?? 1) < 1) return refused({ kind: 'bad-count' });
  if ((command.people ?? 1) > mostTogether) return refused({ kind: 'too-many' });
  const own = claimOf(activity, by.id);
  if (own) return signAgain(activity, own, command, context);
  const other = clashWith(plan, context.busy);
  if (other) return refused({ kind: 'clash', other });
  const ask = toAsk(plan, by, context);
  if (ask.length > 0 && command.meets !== true) return decided({ says: [askMeets(activity, command, ask, now)] });
  const people = command.people ?? 1;
  const place = roomFor(activity, role, people);
  const signed: ActivityEvent = {
    ...{ kind: 'signed', at: now, by: by.id, claim, person: by.id, guest: null, people, listed: false, open },
    ...(place === undefined ? { as: 'waiting', role } : { as: 'in', role: place }),
  };
  const after = foldActivity(activity, [signed]) ?? activity;
  const added = claimOf(after, by.id);
  const { value } = decidedLine(activity, [signed], added ? signedSays(after, added, open, context) : [], context);
  const { id, version } = context.dayGuard;
  return decided({ ...value, guards: [{ id, version, value: { at: now } }, ...meetsGuards(by.id, ask, now, context)] });
};

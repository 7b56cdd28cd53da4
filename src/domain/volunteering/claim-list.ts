import { decided, refused, type Decision, type Result, type Say } from '../decision';
import { nextMomentOutside } from '../calendar/quiet';
import { calledPlan, claimOf, type Activity, type CalledPlan, type Claim } from './activity';
import type { ActivityCommand, ActivityContext } from './activity-command';
import type { ActivityEvent } from './activity-event';
import { named, type ActivityRefusal } from './activity-refusal';
import { answerTo } from './activity-says';
import type { Moment } from '../ids';
import { foldActivity } from './fold-activity';
import { freePlaces, roomFor } from './places';
import { decidedLine } from './decided-line';
import { askMeets, clashWith, mostTogether, signedSays } from './sign-up';
import { toAsk } from './requirement';

type List = Extract<ActivityCommand, { kind: 'list' }>;

/** One line of the list that somebody adds. */
interface Line {
  readonly claim: string;
  readonly guest: string | null;
  readonly people: number;
}

const signed = (activity: Activity, { claim, guest, people }: Line, { by, typed }: List, at: string): ActivityEvent => {
  const place = roomFor(activity, null, people);
  return {
    ...{
      kind: 'signed',
      at,
      by: by.id,
      claim,
      person: by.id,
      guest,
      people,
      listed: !typed,
      open: typed?.open ?? true,
    },
    ...(place === undefined ? { as: 'waiting', role: null } : { as: 'in', role: place }),
  };
};

/** What the person's own line says of somebody who is on the list already. */
const ownAgain = (
  activity: Activity,
  own: Claim,
  people: number,
  { by, typed }: List,
  at: string,
): readonly ActivityEvent[] => [
  ...(own.listed || typed ? [] : [{ kind: 'listed', at, claim: own.id } as const]),
  // A bare name was perhaps written before more were announced: it takes nobody away.
  ...(people > own.people && people - own.people <= freePlaces(activity, own.role)
    ? [{ kind: 'resized', at, by: by.id, claim: own.id, people } as const]
    : []),
];

const linesOf = (activity: Activity, command: List): readonly Line[] => [
  ...(command.own && !claimOf(activity, command.by.id) ? [{ ...command.own, guest: null }] : []),
  ...command.guests.map(({ claim, name, people }) => ({ claim, guest: name, people })),
];

const eventsOf = (activity: Activity, command: List, at: string): readonly ActivityEvent[] => {
  const own = claimOf(activity, command.by.id);
  const events: ActivityEvent[] =
    own && command.own ? [...ownAgain(activity, own, command.own.people, command, at)] : [];
  let after = foldActivity(activity, events) ?? activity;
  for (const line of linesOf(activity, command)) {
    const event = signed(after, line, command, at);
    events.push(event);
    after = foldActivity(after, [event]) ?? after;
  }
  return events;
};

/** Members whom somebody else wrote down are asked, once. */
const askNamed = (
  activity: Activity,
  plan: CalledPlan,
  { by, members }: List,
  context: ActivityContext,
): readonly Say[] => {
  const { now, community } = context;
  const at = nextMomentOutside(now, [community.policy.quietHours], community.calendar.timeZone);
  return members
    .filter((person) => person !== by.id && !claimOf(activity, person))
    .map((person) => ({
      ...{ to: { person }, key: `named.${plan.from}`, urgency: 'ordinary', question: true },
      ...{ choices: ['coming', 'not-coming'], ...(at === now ? {} : { holdUntil: at }) },
      wording: 'activity.named',
      params: { ...named(activity), by: by.id, place: plan.place, from: plan.from },
    }));
};

/** Whoever typed names hears who is asked, and who is on the list. */
const sayWhoIsAsked = (activity: Activity, { by, members, typed }: List, now: Moment): readonly Say[] => {
  if (!typed || members.length === 0) return [];
  const already = members.filter((person) => claimOf(activity, person) !== null);
  const asked = members.filter((person) => !already.includes(person));
  const params = { ...named(activity), asked, already };
  return [answerTo(by.id, 'names-asked', now, { wording: 'activity.names-asked', params })];
};

/** Their own line is gone from their own copy. */
const askLeave = (activity: Activity, { by }: List, now: Moment): Say =>
  answerTo(
    by.id,
    'ask-leave',
    now,
    { wording: 'activity.ask-leave', params: named(activity) },
    { question: true, choices: ['yes', 'no'] },
  );

/** The first line that was added: that it waits, or, where names were typed, that it is down. */
const sayAdded = (
  activity: Activity,
  lines: readonly Line[],
  { typed }: List,
  context: ActivityContext,
): readonly Say[] => {
  const added = activity.claims.filter(({ id }) => lines.some(({ claim }) => claim === id));
  const told = added.find(({ phase }) => phase === 'waiting') ?? (typed ? added[0] : undefined);
  return told ? signedSays(activity, told, typed?.open ?? true, context) : [];
};

const notNow = (
  activity: Activity,
  plan: CalledPlan | null,
  { own, guests, typed }: List,
  lines: readonly Line[],
  now: Moment,
): ActivityRefusal | null => {
  if (activity.phase !== 'open' || !plan) return { kind: 'not-now' };
  if (plan.from <= now && (own !== null || guests.length > 0 || typed)) return { kind: 'begun' };
  if (lines.some(({ people }) => people < 1)) return { kind: 'bad-count' };
  return lines.reduce((sum, { people }) => sum + people, 0) > mostTogether ? { kind: 'too-many' } : null;
};

/**
 * A 接龙 says only what its sender claims. A line of others that is missing removes nobody; where the sender's own is gone
 * from their own copy, they are asked.
 */
export const claimList = (
  activity: Activity,
  given: List,
  context: ActivityContext,
): Result<Decision<ActivityEvent>, ActivityRefusal> => {
  const { by } = given;
  const { now } = context;
  const plan = calledPlan(activity);
  const before = claimOf(activity, by.id);
  const ask = plan && given.own && !before ? toAsk(plan, by, context) : [];
  const command = ask.length > 0 ? { ...given, own: null } : given;
  const lines = linesOf(activity, command);
  const why = notNow(activity, plan, given, lines, now);
  if (why || !plan) return refused(why ?? { kind: 'not-now' });
  if (plan.from <= now) return decided({});
  const other = lines.some(({ guest }) => guest === null) ? clashWith(plan, context.busy) : null;
  if (other) return refused({ kind: 'clash', other });
  const events = eventsOf(activity, command, now);
  const after = foldActivity(activity, events) ?? activity;
  const says = [
    ...sayAdded(after, lines, command, context),
    ...(ask.length > 0 ? [askMeets(activity, { by, people: given.own?.people ?? null, role: null }, ask, now)] : []),
    ...askNamed(after, plan, command, context),
    ...sayWhoIsAsked(activity, command, now),
    ...(before?.listed === true && command.own === null && !command.typed ? [askLeave(activity, command, now)] : []),
  ];
  if (events.length === 0) return decided({ says });
  const { value } = decidedLine(activity, events, says, context);
  const { id, version } = context.dayGuard;
  return decided({ ...value, guards: [{ id, version, value: { at: now } }] });
};

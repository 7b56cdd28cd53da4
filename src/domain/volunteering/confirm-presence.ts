import { decided, refused, type Decision, type Result, type Say } from '../decision';
import { staffFor, directorsFor } from '../community/responsible';
import { calledPlan, type Activity, type Claim } from './activity';
import type { ActivityCommand, ActivityContext } from './activity-command';
import type { ActivityEvent } from './activity-event';
import type { PhotoId } from '../ids';
import { mayLead } from './activity-people';
import { named, type ActivityRefusal } from './activity-refusal';
import { answerTo, tellPeople } from './activity-says';
import { bookHours } from './book-hours';
import { closeWhenKnown } from './close-activity';
import { foldActivity } from './fold-activity';
import { expected, undecided } from './presence';

type Decided = Result<Decision<ActivityEvent>, ActivityRefusal>;
type Command<K extends ActivityCommand['kind']> = Extract<ActivityCommand, { kind: K }>;

/** Nobody confirms themself: staff are asked, and where the leader is the only one of them, the directors. */
const askVoucher = (
  activity: Activity,
  own: Claim,
  photos: readonly PhotoId[],
  context: ActivityContext,
): { event: ActivityEvent; says: readonly Say[] } => {
  const { now, community } = context;
  const others = [...staffFor(community, activity.area, now), ...directorsFor(community, activity.area, now)]
    .map(({ id }) => id)
    .filter((id) => id !== own.person);
  const plan = calledPlan(activity);
  return {
    event: { kind: 'vouch-asked', at: now, claim: own.id, of: others },
    says: tellPeople(
      others,
      `vouch.${own.id}`,
      context,
      { wording: 'activity.vouch', params: { ...named(activity), name: own.person, from: plan?.from ?? now } },
      { question: true, choices: ['yes', 'no'], photos: [...activity.photos, ...photos] },
    ),
  };
};

const noteEvents = (
  came: readonly Claim[],
  absent: readonly Claim[],
  by: string,
  at: string,
): readonly ActivityEvent[] => [
  ...came.map(({ id }): ActivityEvent => ({ kind: 'came', at, by, claim: id })),
  ...absent.map(({ id }): ActivityEvent => ({ kind: 'absent', at, by, claim: id })),
];

/** Whoever leads says who came and who did not; hours of those who came are booked at once. */
export const confirmPresence = (
  activity: Activity,
  command: Command<'presence'>,
  context: ActivityContext,
): Decided => {
  const { by } = command;
  const { now } = context;
  if (!mayLead(activity, by, context.community)) return refused({ kind: 'not-yours' });
  const plan = calledPlan(activity);
  if (!plan || plan.from > now || (activity.phase !== 'open' && activity.phase !== 'over'))
    return refused({ kind: 'not-now' });
  const open = expected(activity).filter(({ award }) => award === null);
  const absent = open.filter(({ id }) => command.absent.includes(id));
  const meant = command.came === 'all' ? undecided(activity) : open.filter(({ id }) => command.came.includes(id));
  const came = meant.filter((claim) => !absent.includes(claim));
  const own = came.find(({ person }) => person === by.id) ?? null;
  const others = came.filter((claim) => claim !== own);
  const photos = command.photos ?? [];
  const proof: readonly ActivityEvent[] = photos.length > 0 ? [{ kind: 'proved', at: now, by: by.id, photos }] : [];
  if (came.length === 0 && absent.length === 0 && proof.length > 0)
    return proveWithPhoto(activity, { kind: 'prove', by, photos }, context);
  if (came.length === 0 && absent.length === 0)
    return refused(undecided(activity).length === 0 ? { kind: 'booked' } : { kind: 'not-named' });
  const asked = own && activity.vouchers.length === 0 ? askVoucher(activity, own, photos, context) : null;
  const noted = [...proof, ...noteEvents(others, absent, by.id, now), ...(asked ? [asked.event] : [])];
  const after = foldActivity(activity, noted) ?? activity;
  const booked = bookHours(after, others, context);
  const last = foldActivity(after, booked.events) ?? after;
  const closed = closeWhenKnown(last, context);
  const left = undecided(last).map(({ person }) => person);
  return decided({
    ...booked,
    events: [...noted, ...booked.events, ...closed.events],
    says: [
      ...booked.says,
      ...(asked?.says ?? []),
      answerTo(by.id, 'noted', now, {
        wording: 'activity.noted',
        params: { ...named(activity), came: others.length, absent: absent.length, left, vouched: own !== null },
      }),
      ...closed.says,
    ],
  });
};

/** What somebody else says of the leader's own hours; the first answer counts. */
export const vouch = (activity: Activity, { by, yes }: Command<'vouch'>, context: ActivityContext): Decided => {
  const { now } = context;
  const own = expected(activity).find(({ person, award }) => person === activity.leader && award === null);
  if (!activity.vouchers.includes(by.id) || by.id === activity.leader) return refused({ kind: 'not-yours' });
  if (!own || (own.came !== null && own.came.by !== null) || activity.phase === 'closed')
    return refused({ kind: 'booked' });
  const said: ActivityEvent = { kind: yes ? 'came' : 'absent', at: now, by: by.id, claim: own.id };
  const after = foldActivity(activity, [said]) ?? activity;
  const booked = yes ? bookHours(after, [own], context) : { events: [], says: [], postings: [], guards: [] };
  const closed = closeWhenKnown(foldActivity(after, booked.events) ?? after, context);
  const thanks = answerTo(by.id, 'vouched', now, { wording: 'activity.vouched', params: { ...named(activity), yes } });
  return decided({
    ...booked,
    events: [said, ...booked.events, ...closed.events],
    says: [...booked.says, thanks, ...closed.says],
  });
};

/** The photo of the paper list is kept; names are still asked for. */
export const proveWithPhoto = (
  activity: Activity,
  { by, photos }: Command<'prove'>,
  context: ActivityContext,
): Decided => {
  if (!mayLead(activity, by, context.community)) return refused({ kind: 'not-yours' });
  const began = activity.phase === 'open' && (activity.plan.from ?? '') <= context.now;
  // The paper comes when it comes: also when all is booked, and when the call stands for the next week.
  const late = activity.phase === 'closed' || (activity.phase === 'open' && activity.proofs.length > 0);
  if (activity.phase !== 'over' && !began && !late) return refused({ kind: 'not-now' });
  const asks = undecided(activity).length > 0 && !(late && !began);
  return decided({
    events: [{ kind: 'proved', at: context.now, by: by.id, photos }],
    says: [
      answerTo(
        by.id,
        'proved',
        context.now,
        { wording: 'activity.proved', params: { ...named(activity), asks } },
        asks ? { question: true, choices: ['all-came'] } : {},
      ),
    ],
  });
};

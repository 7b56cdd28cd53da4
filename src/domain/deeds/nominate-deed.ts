import { localTime, minutesBetween } from '../calendar/local-time';
import type { Community, Person } from '../community/community';
import { communityArea } from '../community/area-tree';
import { directorsFor, staffFor } from '../community/responsible';
import { decided, refused, type Decision, type Guard, type Result } from '../decision';
import type { Moment, PersonId, WordsId } from '../ids';
import { foldDeed, type DeedEvent } from './deed-event';
import type { NoDeed } from './deed-refusal';
import { saysOfNominated } from './deed-says';

const dayMinutes = 24 * 60;

export interface Nominated {
  readonly id: string;
  readonly number: number;
  readonly by: Person;
  readonly doer: Person;
  readonly words: WordsId;
}

export interface DeedContext {
  readonly now: Moment;
  readonly community: Community;
  readonly guard: (id: string) => Guard;
}

/** Counts what a person named in a month. */
const monthGuardId = (by: PersonId, now: Moment, { calendar }: Community): string =>
  `deeds:${by}:${localTime(now, calendar.timeZone).date.slice(0, 7)}`;

/** When either of two people last named the other. */
const pairGuardId = (one: PersonId, other: PersonId): string => `deeds:pair:${[one, other].sort().join('+')}`;

/** The guards that naming a deed reads. */
export const guardsOfNomination = (by: PersonId, doer: PersonId, now: Moment, community: Community) => [
  monthGuardId(by, now, community),
  pairGuardId(by, doer),
];

/** Those who may say that it counts: the community's staff, else its directors; never the two whom it concerns. */
export const judgesOf = (
  { by, doer }: { readonly by: PersonId; readonly doer: PersonId },
  { now, community }: Pick<DeedContext, 'now' | 'community'>,
  wider = false,
): readonly PersonId[] => {
  const area = communityArea(community)?.id ?? null;
  const [staff, directors] = [staffFor(community, area, now), directorsFor(community, area, now)].map((people) =>
    people.map(({ id }) => id).filter((id) => id !== by && id !== doer),
  );
  if (wider) return [...new Set([...(staff ?? []), ...(directors ?? [])])];
  return staff && staff.length > 0 ? staff : (directors ?? []);
};

/** A neighbour names what somebody did; points come only when staff say that it counts. */
export const nominateDeed = (
  { id, number, by, doer, words }: Nominated,
  context: DeedContext,
): Result<Decision<DeedEvent>, NoDeed> => {
  const { now, community, guard } = context;
  const { deedsPerMonth: most, deedPairDays: days } = community.policy;
  if (by.id === doer.id) return refused({ kind: 'self' });
  const pair = guard(pairGuardId(by.id, doer.id));
  const since = pair.value?.at ?? null;
  if (since !== null && minutesBetween(since, now) < days * dayMinutes) return refused({ kind: 'pair', since, days });
  const month = guard(monthGuardId(by.id, now, community));
  const count = (month.value?.count ?? 0) + 1;
  if (count > most) return refused({ kind: 'month', most });
  const to = judgesOf({ by: by.id, doer: doer.id }, context);
  const event: DeedEvent = { kind: 'nominated', at: now, id, number, by: by.id, doer: doer.id, words, to };
  const deed = to.length === 0 ? null : foldDeed(null, [event]);
  if (!deed) return refused({ kind: 'nobody' });
  return decided({
    events: [event],
    says: saysOfNominated(deed, context),
    guards: [
      { id: month.id, version: month.version, value: { count, at: now } },
      { id: pair.id, version: pair.version, value: { at: now, matter: id, number } },
    ],
  });
};

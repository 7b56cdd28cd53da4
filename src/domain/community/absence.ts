import type { Moment, PersonId } from '../ids';
import type { Community, DutyChange, Person } from './community';

type Rota = Pick<Community, 'dutyChanges' | 'substitutes'>;

const holds = ({ from, to }: { readonly from: Moment; readonly to: Moment }, at: Moment): boolean =>
  from <= at && at < to;

/** The last thing said about a person's duty that holds at this moment; nothing when it was taken back. */
export const changeAt = (rota: Pick<Rota, 'dutyChanges'>, person: PersonId, at: Moment): DutyChange | null => {
  const last = rota.dutyChanges.findLast((change) => change.person === person && holds(change, at)) ?? null;
  return last?.kind === 'back' ? null : last;
};

/** What the pack says of who stands in for the person now: for these days, else always. */
const plannedFor = ({ substitutes }: Rota, person: PersonId, at: Moment): PersonId | null => {
  const own = substitutes.filter((each) => each.person === person);
  const dated = own.find(({ during }) => during !== null && holds(during, at));
  return (dated ?? own.find(({ during }) => during === null))?.by ?? null;
};

const isPlannedAway = (rota: Rota, person: PersonId, at: Moment): boolean =>
  rota.substitutes.some(({ person: who, during }) => who === person && during !== null && holds(during, at)) &&
  !rota.dutyChanges.some((change) => change.person === person && holds(change, at));

/** On leave: a leave counts for all of a person's areas, until a later word ends it. */
export const isAbsent = (rota: Rota, person: PersonId, at: Moment): boolean =>
  changeAt(rota, person, at)?.kind === 'absent' || isPlannedAway(rota, person, at);

/** Whom the person, being away, named or has by the pack; null: nobody. */
export const namedSubstitute = (rota: Rota, person: PersonId, at: Moment): PersonId | null =>
  changeAt(rota, person, at)?.substitute ?? plannedFor(rota, person, at);

/** Who stands in for an absent person, chains followed to somebody who is there, and whether the chain is a circle. */
export interface StandIn {
  /** Null: nobody is there. */
  readonly person: PersonId | null;
  /** From the absent person on, each followed by who was to stand in. */
  readonly chain: readonly PersonId[];
  readonly isCircle: boolean;
}

export const standInFor = (rota: Rota, person: PersonId, at: Moment): StandIn => {
  const chain = [person];
  for (let last = person; isAbsent(rota, last, at);) {
    const next = namedSubstitute(rota, last, at);
    if (next === null) return { person: null, chain, isCircle: false };
    if (chain.includes(next)) return { person: null, chain: [...chain, next], isCircle: true };
    chain.push(next);
    last = next;
  }
  return { person: chain.at(-1) ?? null, chain, isCircle: false };
};

/** The officer who acts for this person now: the person, or who stands in; null when nobody does. */
export const actingFor = (community: Community, person: Person, at: Moment): Person | null => {
  if (!isAbsent(community, person.id, at)) return person;
  const { person: standIn } = standInFor(community, person.id, at);
  return community.officers.find(({ id }) => id === standIn) ?? null;
};

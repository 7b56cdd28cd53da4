import { localTime, momentOfLocal, plusDays } from '../calendar/local-time';
import type { AreaId, Moment, PersonId } from '../ids';
import { isAbsent, standInFor } from './absence';
import type { Community, DutyChange } from './community';
import { onDuty } from './on-duty';

/** Why a leave cannot be: it does not leave everything in somebody's hands. */
export type LeaveRefusal =
  /** Those who stand in for each other come back to the first. */
  | { readonly kind: 'circle'; readonly chain: readonly PersonId[] }
  /** The substitute who was named is away then, and has nobody. */
  | { readonly kind: 'substitute-away'; readonly substitute: PersonId; readonly at: Moment }
  /** Nobody would be on duty for this area at that moment. */
  | { readonly kind: 'empties-duty'; readonly area: AreaId; readonly at: Moment };

const datesOf = ({ from, to }: Pick<DutyChange, 'from' | 'to'>, timeZone: string): readonly string[] => {
  const last = localTime(to, timeZone).date;
  const dates: string[] = [];
  for (let date = localTime(from, timeZone).date; date <= last; date = plusDays(date, 1)) dates.push(date);
  return dates;
};

/** The moments of a span at which who is on duty, or who is away, may change; its beginning first. */
const turningPoints = (community: Community, span: Pick<DutyChange, 'from' | 'to'>): readonly Moment[] => {
  const { timeZone } = community.calendar;
  const clocks = [...new Set(community.duty.flatMap(({ from, to }) => [from, to]))];
  const said = [...community.dutyChanges, ...community.substitutes.flatMap(({ during }) => during ?? [])];
  const points = [
    ...datesOf(span, timeZone).flatMap((date) => clocks.map((clock) => momentOfLocal(date, clock, timeZone))),
    ...said.flatMap(({ from, to }) => [from, to]),
  ].filter((at) => span.from < at && at < span.to);
  return [span.from, ...[...new Set(points)].sort()];
};

/** The community with this change said last, whether or not it was said already. */
export const withChange = (community: Community, change: DutyChange): Community => ({
  ...community,
  dutyChanges: [...without(community, change).dutyChanges, change],
});

const without = (community: Community, { person, at, kind }: DutyChange): Community => ({
  ...community,
  dutyChanges: community.dutyChanges.filter((each) => each.person !== person || each.at !== at || each.kind !== kind),
});

/** What speaks against a leave; null: nothing. */
export const refusalOfLeave = (community: Community, leave: DutyChange): LeaveRefusal | null => {
  const [before, after] = [without(community, leave), withChange(community, leave)];
  const areas = [...new Set(community.duty.map(({ area }) => area))];
  for (const at of turningPoints(community, leave)) {
    const { person, chain, isCircle } = standInFor(after, leave.person, at);
    if (isCircle) return { kind: 'circle', chain };
    if (leave.substitute !== null && person === null)
      return { kind: 'substitute-away', substitute: chain.at(-1) ?? leave.substitute, at };
    const emptied = areas.find((area) => onDuty(before, area, at).length > 0 && onDuty(after, area, at).length === 0);
    if (emptied !== undefined) return { kind: 'empties-duty', area: emptied, at };
  }
  return null;
};

/** The leave of this person that runs now, else the next one; null: none. */
export const leaveOf = (community: Community, person: PersonId, now: Moment): DutyChange | null => {
  const coming = community.dutyChanges
    .filter(({ person: who, kind, to }) => who === person && kind === 'absent' && to > now)
    .filter(({ from }) => isAbsent(community, person, from > now ? from : now))
    .sort((one, other) => (one.from < other.from ? -1 : one.from > other.from ? 1 : one.at < other.at ? 1 : -1));
  return coming[0] ?? plannedLeaveOf(community, person, now);
};

/** An absence that the pack plans, as if it had been said. */
const plannedLeaveOf = (community: Community, person: PersonId, now: Moment): DutyChange | null => {
  const planned = community.substitutes
    .flatMap(({ person: who, by, during }) =>
      who === person && during !== null && during.to > now ? [{ by, ...during }] : [],
    )
    .filter(({ from }) => isAbsent(community, person, from > now ? from : now))
    .sort((one, other) => (one.from < other.from ? -1 : 1))[0];
  return planned
    ? {
        ...{ person, area: '', kind: 'absent', from: planned.from, to: planned.to },
        ...{ substitute: planned.by, at: planned.from, by: person },
      }
    : null;
};

import type { CategoryId, DeadlineClass } from '../community/category';
import type { AreaId, Moment } from '../ids';

/** From `from` on and before `to`. */
export interface Span {
  readonly from: Moment;
  readonly to: Moment;
}

/**
 * The figures that officials know, over the tickets first reported within a span, whenever things happened to them.
 * A ticket counts once, however often it was reopened and however many people joined it. One that was withdrawn or a
 * false alarm counts nowhere. Each figure has a denominator of its own:
 *
 * - **response**: claimed in time, of those answered or past the deadline for it. The first answer of a desk (claimed,
 *   taken charge of, handed over, done, refused, not ours) against the clock of the last dispatch before it. One that
 *   nobody has answered counts against it from its deadline on, and not at all before. Reopening changes nothing.
 * - **onTime**: done in time, of those done or past the deadline for it. In time is every cycle within its own
 *   deadline, pauses left out: one cycle that was late, or is late now, makes the ticket late.
 * - **solved**: solved, of those whose reporter answered the call-back; the latest answer counts. A ticket that was
 *   reopened is not solved until its reporter says so.
 * - **satisfied**: satisfied, of the same ones. Who says "not solved" is not satisfied.
 * - **inGrid**: settled within the grid, by its people or by its Party branch's meeting, of those that are done now and that no reviewer has still to pass.
 * - **answerMinutes**: from the last dispatch before the first answer to that answer, in minutes of the ticket's own
 *   clock, pauses left out; the mean of those answered, null of none.
 */
export interface FigureRow {
  /** What the row is of; null: not known (no place, no category chosen, no desk yet). */
  readonly key: string | null;
  readonly tickets: number;
  readonly response: Share;
  readonly onTime: Share;
  readonly solved: Share;
  readonly satisfied: Share;
  readonly inGrid: Share;
  readonly answerMinutes: number | null;
}

export interface Share {
  readonly count: number;
  readonly of: number;
}

/** `reporters`: of the kind of its first reporter. `month`: "2026-11", of the first report, by the community's clocks. */
export type FiguresBy = 'all' | 'area' | 'category' | 'desk' | 'month' | 'reporters';

/**
 * What the figures are of; null: of all. `area`: with what lies in it; what has no place yet belongs to the desk that
 * has it.
 */
export interface Subject {
  readonly area: AreaId | null;
  readonly category: CategoryId | null;
}

export const everything: Subject = { area: null, category: null };

export const reporterKinds = ['residents', 'riders', 'others'] as const;
export type ReporterKind = (typeof reporterKinds)[number];

/**
 * Reports of a month by who made them: each reporter of a ticket counts, on the day on which that person reported, so
 * joining loses no complaint; "me too" is none.
 */
export type ComplaintsRow = Readonly<Record<ReporterKind, number>> & { readonly month: string };

/** A rate; null of nothing. */
export const rateOf = ({ count, of }: Share): number | null => (of === 0 ? null : count / of);

/** The counts of each of these months; an empty month is zero. From the first month that counts one on. */
export const fromTheFirst = (
  months: readonly string[],
  counts: ReadonlyMap<string, number>,
): readonly { readonly month: string; readonly count: number }[] => {
  const first = months.findIndex((month) => (counts.get(month) ?? 0) > 0);
  return first < 0 ? [] : months.slice(first).map((month) => ({ month, count: counts.get(month) ?? 0 }));
};

/** The change from one count to the next: -0.5 is a halving. Null when there was nothing to compare with. */
export const changeOf = (before: number, now: number): number | null => (before === 0 ? null : now / before - 1);

/** Each month's count beside its change from the month before it; see `fromTheFirst`. */
export const monthOnMonth = (
  months: readonly { readonly month: string; readonly count: number }[],
): readonly { readonly month: string; readonly count: number; readonly change: number | null }[] =>
  months.map(({ month, count }, index) => {
    const before = months[index - 1];
    return { month, count, change: before === undefined ? null : changeOf(before.count, count) };
  });

/** Classes whose clock runs round the clock. */
export const plainClasses: readonly DeadlineClass[] = ['critical', '2h'];

/** How things stand: what `简报` says. */
export interface Standing {
  /** Reported today. */
  readonly fresh: number;
  readonly open: number;
  /** Open, and past the deadline for claiming or for resolving. */
  readonly overdue: number;
  /** Closed today with the reporter's answer: solved, and satisfied. */
  readonly solved: number;
  readonly satisfied: number;
  /** Critical matters that nobody has taken charge of. */
  readonly unacknowledged: number;
  /** Of those reported today, the most frequent first. */
  readonly top: readonly { readonly category: string | null; readonly count: number }[];
}

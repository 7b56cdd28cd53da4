import { z } from 'zod';
import { localTime, momentOfLocal, plusDays } from '../calendar/local-time';
import type { Community } from '../community/community';
import type { Moment } from '../ids';

type Setting = Pick<Community, 'policy' | 'calendar'>;

/** Whoever loses points hears of it so many days before. */
const warnedDays = 30;
const warnAt = '09:00';

export const pointsYearsId = 'points-years';

/** How far it has come with points that lapse at the end of a year: everybody is warned, then points lapse, page by page. */
export const PointsYear = z
  .object({
    id: z.string(),
    year: z.int(),
    step: z.enum(['warn', 'lapse']),
    /** The last account that was looked at in this step; null: it has not begun. */
    after: z.string().nullable(),
    /** When the warnings of this year began; null: they have not. */
    warnedAt: z.string().nullable(),
  })
  .readonly();
export type PointsYear = z.infer<typeof PointsYear>;

const at = z.string();
const counted = { people: z.int(), points: z.int() };

export const PointsYearEvent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('begun'), at, id: z.string(), year: z.int() }).readonly(),
  /** A page of accounts was looked at: so many people, so many points. */
  z.object({ kind: z.literal('warned'), at, after: z.string(), ...counted }).readonly(),
  z.object({ kind: z.literal('points-lapsed'), at, after: z.string(), ...counted }).readonly(),
  /** There is no account left in this step. */
  z.object({ kind: z.literal('turned'), at }).readonly(),
]);
export type PointsYearEvent = z.infer<typeof PointsYearEvent>;

const change = (state: PointsYear, event: Exclude<PointsYearEvent, { kind: 'begun' }>): PointsYear => {
  switch (event.kind) {
    case 'warned':
      return { ...state, after: event.after, warnedAt: state.warnedAt ?? event.at };
    case 'points-lapsed':
      return { ...state, after: event.after };
    case 'turned':
      return state.step === 'warn'
        ? { ...state, step: 'lapse', after: null, warnedAt: state.warnedAt ?? event.at }
        : { ...state, step: 'warn', year: state.year + 1, after: null, warnedAt: null };
  }
};

export const foldPointsYear = (state: PointsYear | null, events: readonly PointsYearEvent[]): PointsYear | null =>
  events.reduce<PointsYear | null>(
    (year, event) =>
      event.kind === 'begun'
        ? { id: event.id, year: event.year, step: 'warn', after: null, warnedAt: null }
        : year && change(year, event),
    state,
  );

/** The first moment of the year after: points of `year` and before count no more, if they do not last longer. */
export const endOfYear = (year: number, { calendar }: Pick<Setting, 'calendar'>): Moment =>
  momentOfLocal(`${year + 1}-01-01`, '00:00', calendar.timeZone);

const latest = (one: Moment, other: Moment): Moment => (one > other ? one : other);

/** Null: points last for ever here. Whoever was warned late keeps the whole month. */
export const pointsYearDue = ({ year, step, after, warnedAt }: PointsYear, setting: Setting): Moment | null => {
  const { policy, calendar } = setting;
  if (policy.pointsYears === null) return null;
  const lastDay = `${year}-12-31`;
  if (step === 'warn')
    return after !== null && warnedAt !== null
      ? warnedAt
      : momentOfLocal(plusDays(lastDay, 1 - warnedDays), warnAt, calendar.timeZone);
  const warned = localTime(warnedAt ?? endOfYear(year, setting), calendar.timeZone).date;
  return latest(endOfYear(year, setting), momentOfLocal(plusDays(warned, warnedDays), '00:00', calendar.timeZone));
};

/** Points earned since then do not lapse at the end of the year; null where none ever do. */
export const keptSince = (year: number, setting: Setting): Moment | null =>
  setting.policy.pointsYears === null ? null : endOfYear(year - setting.policy.pointsYears, setting);

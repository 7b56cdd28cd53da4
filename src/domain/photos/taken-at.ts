import { msOfLocal, toMoment } from '../calendar/local-time';
import type { Moment } from '../ids';

/** When a camera says that it took a photo: its own clock, and that clock's distance from UTC where it wrote it. */
export interface TakenAt {
  /** "2026-11-20T10:00:00" */
  readonly local: string;
  /** "+08:00" */
  readonly offset: string | null;
}

/** A camera that names no zone shows the community's time. */
export const momentTaken = ({ local, offset }: TakenAt, timeZone: string): Moment => {
  if (offset !== null) return new Date(`${local}${offset}`).toISOString();
  const sinceMidnight = Date.parse(`${local}Z`) - Date.parse(`${local.slice(0, 10)}T00:00:00Z`);
  return toMoment(msOfLocal(local.slice(0, 10), sinceMidnight / 60_000, timeZone));
};

import { toMoment, toMs } from '../../domain/calendar/local-time';
import type { Moment } from '../../domain/ids';
import { foldText } from '../../domain/understanding/fold-text';
import { readTime } from '../../domain/understanding/time/read-time';

const namesAnHour = /\d\s*[:：]|[点时]/u;

/** The hour, or the window of hours, that an appointment names. Null: a day alone is none. */
export const readVisit = (text: string, now: Moment): { readonly from: Moment; readonly to: Moment | null } | null => {
  const found = readTime(foldText(text), now);
  if (found === null || !namesAnHour.test(found.text)) return null;
  return { from: toMoment(toMs(found.from)), to: found.to === null ? null : toMoment(toMs(found.to)) };
};

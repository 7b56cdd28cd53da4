import { addMinutes, toMoment, toMs } from '../../../domain/calendar/local-time';
import type { Moment } from '../../../domain/ids';
import { foldText } from '../../../domain/understanding/fold-text';
import { readTime } from '../../../domain/understanding/time/read-time';

/** Whoever has been missed for longer is described with the day, in words. */
const longestMinutes = 24 * 60;

/** The moment at which somebody was seen last, as the words name it; null: they name none that is past. */
export const seenLast = (text: string, now: Moment): Moment | null => {
  const found = readTime(foldText(text), now);
  if (found === null || !/\d\s*[:：]|[点时]/u.test(found.text)) return null;
  const at = toMoment(toMs(found.from));
  if (at <= now) return at > addMinutes(now, -longestMinutes) ? at : null;
  // "9点" said at ten is this morning's, though the words may be read as the evening's.
  const half = addMinutes(at, -12 * 60);
  return half <= now ? half : null;
};

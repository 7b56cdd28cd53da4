import { addMinutes } from '../calendar/local-time';
import { decision, type Decision } from '../decision';
import type { Moment } from '../ids';
import type { FundEntry } from './fund-entry';
import { foldFund, type FundEvent } from './fund-event';
import { askForSecond, saysOfDropped } from './fund-says';
import { secondsOf, type FundContext } from './note-entry';

const daysEach = 3;
const dayMinutes = 24 * 60;
/** Staff are asked so often; then it lapses, and whoever noted it hears how to go on. */
const mostTimes = 3;

export const fundDue = ({ phase, askedAt }: FundEntry): Moment | null =>
  phase === 'waiting' ? addMinutes(askedAt, daysEach * dayMinutes) : null;

export const tickEntry = (entry: FundEntry, context: FundContext): Decision<FundEvent> => {
  const due = fundDue(entry);
  if (due === null || due > context.now) return decision<FundEvent>();
  const to = secondsOf(entry, context);
  const event: FundEvent =
    entry.times >= mostTimes || to.length === 0
      ? { kind: 'lapsed', at: context.now }
      : { kind: 'asked', at: context.now, to };
  const after = foldFund(entry, [event]) ?? entry;
  const says = event.kind === 'asked' ? askForSecond(after, context) : saysOfDropped(after, null, context);
  return decision<FundEvent>({ events: [event], says });
};

import { addMinutes } from '../../calendar/local-time';
import { timeStep, type TimeRule } from '../clocks/time-step';
import { askCircle } from './call-circle';
import { nextCircle } from './search-circle';
import { isHome } from './show-person';

/** A question about a circle that nobody answered is asked again after this; each time after twice as long. */
const againMinutes = 5;
const mostAsks = 4;

/** Nobody has found the person: the family and the leader on duty are asked whether more people may be called. */
export const searchSteps: TimeRule = (ticket, community) => {
  const { search, phase } = ticket;
  const isWorkedOn = phase === 'dispatched' || phase === 'claimed' || phase === 'waiting';
  if (!isWorkedOn || !search?.described || search.endedAt !== null || isHome(ticket, community)) return [];
  const next = nextCircle(ticket, { community, helpers: [] });
  if (!next) return [];
  const asking = search.asking?.circle === next.circle ? search.asking : null;
  const times = asking?.times ?? 0;
  if (times >= mostAsks) return [];
  const isPending = asking !== null && asking.to.length > 0;
  const pause = isPending ? againMinutes * 2 ** (times - 1) : community.policy.searchWidenMinutes * 2 ** times;
  const since = [search.described.at, search.calledAt ?? '', asking?.at ?? ''].sort().at(-1) ?? search.described.at;
  return [
    timeStep({
      kind: 'search-widen',
      name: `search-widen.${search.calls}.${next.circle}.${times}`,
      at: addMinutes(since, pause),
      perform: (sought, context) => askCircle(sought, next, null, context),
    }),
  ];
};

import { z } from 'zod';
import { momentOfLocal, plusDays } from '../../domain/calendar/local-time';
import type { Community } from '../../domain/community/community';
import type { HandedOutRow } from '../../usecases/ports-of-figures';
import type { Tables } from '../models';
import type { Scope } from '../scope';

const Row = z.object({
  _id: z.object({ shop: z.string(), reward: z.string() }),
  zh: z.string(),
  en: z.string(),
  pieces: z.int(),
  points: z.int(),
});

/** Orders collected from one local midnight to the first of the next month. */
export const countHandedOut = async (
  { matters }: Pick<Tables, 'matters'>,
  { communityId }: Scope,
  month: string,
  shops: readonly string[],
  { calendar }: Pick<Community, 'calendar'>,
): Promise<readonly HandedOutRow[]> => {
  const first = `${month}-01`;
  const next = `${plusDays(first, 31).slice(0, 7)}-01`;
  const [from, to] = [first, next].map((date) => momentOfLocal(date, '00:00', calendar.timeZone));
  const found = await matters.raw
    .aggregate([
      {
        $match: {
          communityId,
          kind: 'order',
          'state.collected.at': { $gte: from, $lt: to },
          'state.collected.shop': { $in: [...shops] },
        },
      },
      {
        $group: {
          _id: { shop: '$state.collected.shop', reward: '$state.reward' },
          zh: { $last: '$state.zh' },
          en: { $last: '$state.en' },
          pieces: { $sum: 1 },
          points: { $sum: '$state.points' },
        },
      },
      { $sort: { _id: 1 } },
    ])
    .toArray();
  return found.map((each) => {
    const { _id, ...row } = Row.parse(each);
    return { ..._id, ...row };
  });
};

import { localTime, plusDays } from '../../domain/calendar/local-time';
import type { Community } from '../../domain/community/community';
import type { Shop } from '../../domain/rewards/reward';
import type { WordingParams } from '../../domain/wording/params';
import type { Clock } from '../ports';
import type { Figures } from '../ports-of-figures';

export interface SettlePorts {
  readonly clock: Clock;
  readonly figures: Pick<Figures, 'handedOut'>;
}

/** What these shops handed out this month, or the last; shops that handed out nothing are left out. */
export const settleMonth = async (
  { clock, figures }: SettlePorts,
  shops: readonly Shop[],
  lastMonth: boolean,
  community: Community,
): Promise<WordingParams['reward.settlement']> => {
  const today = localTime(clock.now().toISOString(), community.calendar.timeZone).date;
  const month = (lastMonth ? plusDays(`${today.slice(0, 7)}-01`, -1) : today).slice(0, 7);
  const ids = shops.map(({ id }) => id);
  const rows = await figures.handedOut(month, ids, community);
  const settled = shops.flatMap(({ id, name }) => {
    const own = rows.filter(({ shop }) => shop === id);
    const lines = own.map(({ zh, en, pieces, points }) => ({ item: { zh, en }, pieces, points }));
    return lines.length > 0 ? [{ shop: name, lines }] : [];
  });
  return { month, shops: settled };
};

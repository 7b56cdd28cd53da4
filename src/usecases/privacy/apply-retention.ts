import { addMinutes } from '../../domain/calendar/local-time';
import { closedTroubleDays } from '../../domain/community/retention';
import type { Clock, Communities, Logger } from '../ports';
import type { Privacy } from '../ports-of-privacy';

export interface RetentionPorts {
  readonly clock: Clock;
  readonly communities: Communities;
  readonly privacy: Pick<Privacy, 'lastRetention' | 'retain'>;
  readonly log: Logger;
}

const dayMinutes = 24 * 60;

/** Once a day what has been kept long enough, by the pack's days, goes. */
export const createApplyRetention =
  ({ clock, communities, privacy, log }: RetentionPorts) =>
  async (): Promise<void> => {
    const now = clock.now().toISOString();
    const last = await privacy.lastRetention();
    if (last !== null && addMinutes(last, dayMinutes) > now) return;
    const { wordsDays, photosDays, messagesDays } = (await communities.current()).policy.retention;
    const before = (days: number) => addMinutes(now, -days * dayMinutes);
    const since = {
      words: before(wordsDays),
      photos: before(photosDays),
      messages: before(messagesDays),
      troubles: before(closedTroubleDays),
    };
    const gone = await privacy.retain(since, now);
    if (Object.values(gone).some((count: number) => count > 0))
      log.info({ gone, since }, 'kept long enough, and erased');
  };

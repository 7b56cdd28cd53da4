import type { Incidents, Logger } from '../../usecases/ports';
import { isOutage } from '../is-outage';
import type { TelegramUpdate } from './telegram.update';

/** done: acknowledge it. again: it may go well later, and must not be acknowledged. */
export type Attempt = 'done' | 'again';

export interface AttemptNeeds {
  readonly serve: (update: TelegramUpdate) => Promise<void>;
  readonly setAside: (update: TelegramUpdate) => void;
  readonly incidents: Pick<Incidents, 'open'>;
  readonly log: Logger;
  /** An update that fails so often, with everything it leans on there, is set aside. */
  readonly maxFailures?: number;
}

const MAX_FAILURES = 5;
const MAX_REMEMBERED = 1_000;

/** Counts the failures of updates that are handed in again and again, so that one of them stops nobody for ever. */
export const createAttempt = (needs: AttemptNeeds): ((update: TelegramUpdate) => Promise<Attempt>) => {
  const { serve, setAside, incidents, log, maxFailures = MAX_FAILURES } = needs;
  const failures = new Map<number, number>();

  const failed = async (update: TelegramUpdate, error: unknown): Promise<Attempt> => {
    const { update_id: id } = update;
    const times = (failures.get(id) ?? 0) + 1;
    failures.set(id, times);
    const [oldest] = failures.keys();
    if (failures.size > MAX_REMEMBERED && oldest !== undefined) failures.delete(oldest);
    const [name, stack] = error instanceof Error ? [error.name, error.stack] : ['unknown', undefined];
    log.error({ update: id, times, name, stack }, 'telegram: an update failed');
    if (times < maxFailures) return 'again';
    await incidents.open(
      `telegram:update:${id}`,
      `一条 Telegram 消息试了 ${times} 次都没处理成（${name}），已跳过`,
      `请到群里看看有没有没回应的消息，请发的人再说一次；日志里搜 update ${id}，交给维护人员`,
    );
    failures.delete(id);
    setAside(update);
    return 'done';
  };

  return async (update) => {
    try {
      await serve(update);
      if (failures.size > 0) failures.delete(update.update_id);
      return 'done';
    } catch (error) {
      if (!isOutage(error)) {
        return failed(update, error).catch(() => 'again' as const);
      }
      log.warn({ update: update.update_id, why: String(error) }, 'telegram: an update waits for an outage to end');
      return 'again';
    }
  };
};

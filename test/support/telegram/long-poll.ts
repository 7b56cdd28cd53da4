import { type ApiError, conflict } from './api-error';
import type { UpdateQueue } from './update-queue';
import type { WireUpdate } from './wire';

interface Waiter {
  finish(updates: WireUpdate[]): void;
  fail(error: ApiError): void;
}

interface Poll {
  offset: number;
  limit: number;
  timeoutMs: number;
  gone: AbortSignal;
}

/** getUpdates: one poller at a time; who comes second ends the wait of the first with a 409. */
export class LongPoll {
  private waiter: Waiter | undefined;
  private wake: (() => void) | undefined;

  constructor(private readonly queue: UpdateQueue) {
    queue.onAdded(() => this.wake?.());
  }

  get isWaiting(): boolean {
    return this.waiter !== undefined;
  }

  terminate(why: string): void {
    this.waiter?.fail(conflict(why));
  }

  stop(): void {
    this.waiter?.finish([]);
  }

  poll({ offset, limit, timeoutMs, gone }: Poll): Promise<WireUpdate[]> {
    this.terminate('terminated by other getUpdates request; make sure that only one bot instance is running');
    const ready = this.queue.take(offset, limit);
    if (ready.length > 0 || timeoutMs === 0) return Promise.resolve(ready);
    return new Promise((resolve, reject) => {
      const end = (): void => {
        clearTimeout(timer);
        this.waiter = undefined;
        this.wake = undefined;
        gone.removeEventListener('abort', leave);
      };
      const finish = (updates: WireUpdate[]): void => {
        end();
        resolve(updates);
      };
      const fail = (error: ApiError): void => {
        end();
        reject(error);
      };
      const leave = (): void => finish([]);
      const timer = setTimeout(() => finish([]), timeoutMs);
      gone.addEventListener('abort', leave);
      this.waiter = { finish, fail };
      // Updates made in one go, such as the parts of an album, are handed out together.
      this.wake = () => queueMicrotask(() => this.waiter?.finish === finish && finish(this.queue.take(offset, limit)));
    });
  }
}

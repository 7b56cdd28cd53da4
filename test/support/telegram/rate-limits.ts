import { tooMany } from './api-error';

export interface RateLimits {
  chatPerSecond: number;
  chatBurst: number;
  groupPerMinute: number;
  botPerSecond: number;
}

export const TELEGRAM_LIMITS: RateLimits = { chatPerSecond: 1, chatBurst: 3, groupPerMinute: 20, botPerSecond: 30 };

/** A token bucket; it may be overdrawn by an album and then fills up again first. */
class Bucket {
  private tokens: number;

  constructor(
    private readonly capacity: number,
    private readonly perSecond: number,
    private filledAtMs: number,
  ) {
    this.tokens = capacity;
  }

  secondsUntilFree(nowMs: number): number {
    const earned = ((nowMs - this.filledAtMs) / 1000) * this.perSecond;
    this.tokens = Math.min(this.capacity, this.tokens + earned);
    this.filledAtMs = nowMs;
    return this.tokens >= 1 ? 0 : (1 - this.tokens) / this.perSecond;
  }

  take(amount: number): void {
    this.tokens -= amount;
  }
}

/** About one message a second in a chat, twenty a minute in a group, thirty a second for the bot. */
export class RateLimiter {
  private readonly buckets = new Map<string, Bucket>();
  private limits: RateLimits | undefined;

  constructor(private readonly machineMs: () => number) {}

  set(limits: RateLimits | undefined): void {
    this.limits = limits;
    this.buckets.clear();
  }

  private bucket(name: string, capacity: number, perSecond: number): Bucket {
    const found = this.buckets.get(name) ?? new Bucket(capacity, perSecond, this.machineMs());
    this.buckets.set(name, found);
    return found;
  }

  spend(chatId: number, messages: number): void {
    const { limits } = this;
    if (!limits) return;
    const buckets = [
      this.bucket(`chat ${chatId}`, limits.chatBurst, limits.chatPerSecond),
      this.bucket('bot', limits.botPerSecond, limits.botPerSecond),
    ];
    if (chatId < 0) buckets.push(this.bucket(`group ${chatId}`, limits.groupPerMinute, limits.groupPerMinute / 60));
    const wait = Math.max(...buckets.map((bucket) => bucket.secondsUntilFree(this.machineMs())));
    if (wait > 0) throw tooMany(Math.ceil(wait));
    for (const bucket of buckets) bucket.take(messages);
  }
}

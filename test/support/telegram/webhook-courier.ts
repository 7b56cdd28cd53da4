import { setTimeout as pause } from 'node:timers/promises';
import { asRecord } from './request-params';
import type { UpdateQueue } from './update-queue';
import type { WireUpdate } from './wire';

export interface Webhook {
  url: string;
  secretToken: string | undefined;
}

interface CourierOptions {
  queue: UpdateQueue;
  seconds: () => number;
  /** Between attempts; the last one is used again and again. */
  pausesMs: () => readonly number[];
  /** A webhook may answer with a method to call. */
  onReply: (method: string, payload: Record<string, unknown>) => void;
}

const ANSWER_WITHIN_MS = 60_000;

const reasonOf = (error: unknown): string =>
  error instanceof Error && error.name === 'TimeoutError' ? 'Read timeout expired' : 'Connection refused';

/** Carries updates to the bot's URL: one at a time, in order, again until it is answered with 2xx. */
export class WebhookCourier {
  private webhook: Webhook | undefined;
  private stopper = new AbortController();
  private running = false;
  private lastError: { last_error_date: number; last_error_message: string } | undefined;

  constructor(private readonly options: CourierOptions) {
    options.queue.onAdded(() => this.start());
  }

  get url(): string {
    return this.webhook?.url ?? '';
  }

  get error(): Record<string, unknown> {
    return { ...this.lastError };
  }

  set(webhook: Webhook | undefined): void {
    this.stopper.abort();
    this.stopper = new AbortController();
    this.running = false;
    this.webhook = webhook;
    this.lastError = undefined;
    this.start();
  }

  private start(): void {
    const { webhook, stopper } = this;
    if (!webhook || this.running) return;
    this.running = true;
    void this.run(webhook, stopper.signal).finally(() => {
      if (this.stopper === stopper) this.running = false;
    });
  }

  private async run(webhook: Webhook, stopped: AbortSignal): Promise<void> {
    let failures = 0;
    for (let update = this.options.queue.head(); update; update = this.options.queue.head()) {
      const failure = await this.carry(webhook, update, stopped);
      if (stopped.aborted) return;
      if (failure === undefined) {
        failures = 0;
        this.options.queue.drop(update);
        continue;
      }
      this.lastError = { last_error_date: this.options.seconds(), last_error_message: failure };
      const pauses = this.options.pausesMs();
      const waitMs = pauses[Math.min(failures, pauses.length - 1)] ?? 0;
      failures += 1;
      await pause(waitMs, undefined, { signal: stopped }).catch(() => undefined);
      // as in the real server the update stays first in line
    }
  }

  /** Nothing when it was taken, else what getWebhookInfo says of it. */
  private async carry(
    { url, secretToken }: Webhook,
    update: WireUpdate,
    stopped: AbortSignal,
  ): Promise<string | undefined> {
    try {
      const answer = await fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(secretToken !== undefined && { 'x-telegram-bot-api-secret-token': secretToken }),
        },
        body: JSON.stringify(update),
        signal: AbortSignal.any([stopped, AbortSignal.timeout(ANSWER_WITHIN_MS)]),
      });
      const body = await answer.text();
      if (!answer.ok) return `Wrong response from the webhook: ${answer.status} ${answer.statusText}`;
      this.readReply(answer.headers.get('content-type') ?? '', body);
      return undefined;
    } catch (error) {
      return reasonOf(error);
    }
  }

  private readReply(type: string, body: string): void {
    if (!type.includes('application/json')) return;
    let reply: Record<string, unknown> | undefined;
    try {
      reply = asRecord(JSON.parse(body));
    } catch {
      return;
    }
    const method = reply?.['method'];
    if (reply && typeof method === 'string') this.options.onReply(method, reply);
  }
}

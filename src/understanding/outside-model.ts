import { z } from 'zod';
import type { Logger } from '../usecases/ports';

export interface OutsideModelOptions {
  /** The whole address of an OpenAI-style chat completion. */
  readonly url: string;
  readonly key: string | null;
  readonly model: string | null;
  readonly log: Logger;
  readonly timeoutMs?: number;
  /** The machine's clock, in milliseconds. */
  readonly now?: () => number;
}

export interface OutsideCounts {
  readonly calls: number;
  readonly failures: number;
  readonly tokens: number;
}

/** An outside model behind an OpenAI-style chat completion. */
export interface OutsideModel {
  /** What `read` makes of the model's answer; null whenever anything goes wrong, and while the model is left alone. */
  ask<T>(messages: readonly object[], read: (content: string) => T): Promise<T | null>;
  /** What was asked since the start, and what it cost. */
  counts(): OutsideCounts;
}

/** After so many failures in a row it is left alone for a while: people do not wait for what is down. */
const failuresBeforeRest = 3;
const restMs = 60_000;
const callsPerLogLine = 100;

const Completion = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string().max(4_000) }) })).min(1),
  usage: z.object({ total_tokens: z.int().nonnegative() }).nullish().catch(null),
});

const bodyOf = (model: string | null, messages: readonly object[]): string =>
  JSON.stringify({
    ...(model === null ? {} : { model }),
    temperature: 0,
    max_tokens: 200,
    response_format: { type: 'json_object' },
    messages,
  });

const post = async ({ url, key, timeoutMs = 3_000 }: OutsideModelOptions, body: string): Promise<unknown> => {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(key === null ? {} : { authorization: `Bearer ${key}` }) },
    body,
    // Neither words nor key go anywhere but to the address that was given.
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutMs),
  });
  if (response.ok) return response.json();
  await response.body?.cancel();
  throw new Error(`status ${response.status}`);
};

/** Without an address, a key or anybody's words. */
const reasonOf = (error: unknown): string => {
  if (!(error instanceof Error)) return 'unknown';
  return error.message.startsWith('status ') ? error.message : error.name;
};

/** The JSON of an answer; some models put theirs between fences. */
export const jsonIn = (content: string): unknown =>
  JSON.parse(content.slice(content.indexOf('{'), content.lastIndexOf('}') + 1));

/** Whatever goes wrong out there, nobody here waits longer than the time-out, and three times in a row at most. */
export const createOutsideModel = (options: OutsideModelOptions): OutsideModel => {
  const { model, log, now = Date.now } = options;
  const counts = { calls: 0, failures: 0, tokens: 0 };
  let failuresInARow = 0;
  let restsUntil = 0;

  const failed = (error: unknown): void => {
    counts.failures += 1;
    failuresInARow += 1;
    if (failuresInARow < failuresBeforeRest) return;
    restsUntil = now() + restMs;
    log.warn({ why: reasonOf(error), failuresInARow }, 'an outside model fails; it is left alone for a minute');
  };

  return {
    counts: () => ({ ...counts }),
    ask: async (messages, read) => {
      if (now() < restsUntil) return null;
      counts.calls += 1;
      try {
        const completion = Completion.parse(await post(options, bodyOf(model, messages)));
        counts.tokens += completion.usage?.total_tokens ?? 0;
        const answer = read(completion.choices[0]?.message.content ?? '');
        failuresInARow = 0;
        return answer;
      } catch (error) {
        failed(error);
        return null;
      } finally {
        if (counts.calls % callsPerLogLine === 0) log.info({ ...counts }, 'an outside model was asked');
      }
    },
  };
};

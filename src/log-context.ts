import { AsyncLocalStorage } from 'node:async_hooks';

/** What a line of the log is about: the message, the matter, the chat, the request that it was written for. */
export interface LogContext {
  readonly message?: string;
  readonly matter?: string;
  readonly chat?: string;
  readonly request?: string;
}

const storage = new AsyncLocalStorage<LogContext>();

export const logContext = (): LogContext => storage.getStore() ?? {};

/** Every line that is logged while this runs, however deep, says what it is about. */
export const inLogContext = <T>(context: LogContext, run: () => T): T =>
  storage.run({ ...logContext(), ...context }, run);

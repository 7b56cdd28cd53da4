import pino from 'pino';
import { logContext } from './log-context';
import type { Logger } from './usecases/ports';

/** A bot's token, wherever it hides: telegraf puts it into addresses and error messages. */
const token = /\d{6,}:[\w-]{20,}/g;

const redacted = (value: unknown, depth = 0): unknown => {
  if (typeof value === 'string') return value.replace(token, '[token]');
  if (value instanceof Error)
    return {
      type: value.name,
      message: value.message.replace(token, '[token]'),
      stack: value.stack?.replace(token, '[token]'),
    };
  if (typeof value !== 'object' || value === null || depth > 4) return value;
  if (Array.isArray(value)) return value.map((each) => redacted(each, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, redacted(each, depth + 1)]));
};

const secretKeys = ['token', 'secret', 'fieldKeys', 'authorization', 'password', '*.token', '*.secret', '*.fieldKeys'];

/** JSON lines on standard output, each with what it was written for. No token, secret or words of people in them. */
export const createLog = (level: string): Logger => {
  const log = pino({ level, base: null, redact: secretKeys, mixin: logContext });
  return {
    info: (data, message) => log.info(redacted(data), message),
    warn: (data, message) => log.warn(redacted(data), message),
    error: (data, message) => log.error(redacted(data), message),
  };
};

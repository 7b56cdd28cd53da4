import { dirname, join } from 'node:path';
import { z } from 'zod';

export const allRoles = ['web', 'bots', 'jobs'] as const;
export type ProcessRole = (typeof allRoles)[number];

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/** Both src/ and dist/ lie one level below it. */
const projectRoot = dirname(__dirname);

const url = (protocols: readonly string[]) =>
  z
    .string()
    .refine(
      (value) => URL.canParse(value) && protocols.includes(new URL(value).protocol),
      `must be an address that begins with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`,
    );

const webUrl = url(['http:', 'https:']).transform((value) => value.replace(/\/+$/, ''));

/** The driver reads the rest; several hosts are no URL to Node. */
const mongoUri = z.string().regex(/^mongodb(\+srv)?:\/\/./, 'must begin with mongodb:// or mongodb+srv://');

const isRole = (word: string): word is ProcessRole => allRoles.some((role) => role === word);

const roles = z
  .string()
  .transform((value) => [...new Set(value.split(',').map((word) => word.trim()))])
  .refine((words) => words.every(isRole), `must be some of ${allRoles.join(',')}`)
  .transform((words) => words.filter(isRole));

const yesNo = z
  .enum(['1', '0', 'true', 'false'], 'must be 1 or 0')
  .transform((value) => value === '1' || value === 'true');

const moment = z.iso
  .datetime({ offset: true, error: 'must be a moment such as 2026-03-01T09:00:00+08:00' })
  .transform((value) => new Date(value));

const keyOf = (word: string): Buffer => Buffer.from(word, /^[0-9a-f]{64}$/i.test(word) ? 'hex' : 'base64');

const fieldKeys = z
  .string()
  .transform((value) => value.split(',').map((word) => keyOf(word.trim())))
  .refine(
    (keys) => keys.every((key) => key.length === 32),
    'must be 32 bytes in base64 or hex, as printed by "openssl rand -base64 32"; older keys behind it, after commas',
  );

/** The variables as they are set, each with what it must be like. */
export const Environment = z.object({
  NODE_ENV: z.string().optional(),
  MONGODB_URI: mongoUri.optional(),
  REDIS_URL: url(['redis:', 'rediss:']).optional(),
  DATA_DIR: z.string().default('.data'),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number('must be a number').int().min(0).max(65_535).default(3000),
  PUBLIC_URL: webUrl.optional(),
  PACK: z.string().default(join(projectRoot, 'packs', 'demo.yaml')),
  ROLES: roles.default([...allRoles]),
  SANDBOX: yesNo.optional(),
  SANDBOX_START: moment.optional(),
  SECRET: z.string().min(32, 'must have at least 32 characters, as printed by "openssl rand -hex 32"').optional(),
  FIELD_KEY: fieldKeys.optional(),
  LOG_LEVEL: z.enum(logLevels, `must be one of ${logLevels.join(', ')}`).default('info'),
  METRICS_TOKEN: z.string().min(16, 'must have at least 16 characters').optional(),
  LLM_URL: webUrl.optional(),
  LLM_KEY: z.string().optional(),
  LLM_MODEL: z.string().optional(),
  VISION_URL: webUrl.optional(),
  VISION_KEY: z.string().optional(),
  VISION_MODEL: z.string().optional(),
  TELEGRAM_BOT_TOKEN: z
    .string()
    .regex(/^\d+:[\w-]+$/, 'must be as @BotFather gave it: digits, a colon, letters')
    .optional(),
  TELEGRAM_API_ROOT: webUrl.default('https://api.telegram.org'),
  TELEGRAM_WEBHOOK_SECRET: z
    .string()
    .regex(/^[\w-]{16,256}$/, 'must be 16 to 256 letters, digits, _ or -')
    .optional(),
  WECHATY_PUPPET: z.string().optional(),
  WECHATY_PUPPET_SERVICE_TOKEN: z.string().optional(),
  WECHATY_PUPPET_SERVICE_ENDPOINT: z.string().optional(),
  WECHATY_PER_SECOND: z.coerce.number().int().positive('must be messages a second').optional(),
  PATH: z.string().default(''),
  MONGOMS_SYSTEM_BINARY: z.string().optional(),
  XDG_CACHE_HOME: z.string().optional(),
});
export type Environment = z.infer<typeof Environment>;

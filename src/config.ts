import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import type { ProgramSearch } from './embedded/find-program';

export const allRoles = ['web', 'bots', 'jobs'] as const;
export type ProcessRole = (typeof allRoles)[number];

/** The only reader of the environment. Everything else is handed what it needs. */
export interface Config {
  readonly production: boolean;
  /** Null: the embedded one. */
  readonly mongoUri: string | null;
  readonly redisUrl: string | null;
  readonly dataDir: string;
  readonly programs: ProgramSearch;
  readonly host: string;
  readonly port: number;
  readonly publicUrl: string | null;
  readonly packFile: string;
  readonly roles: readonly ProcessRole[];
  readonly sandbox: boolean;
  readonly sandboxStart: Date | null;
  /** Null, in the embedded start only: kept under the data folder. */
  readonly secret: string | null;
  /** The first seals, all of them open: a key is changed by putting the new one in front. */
  readonly fieldKeys: readonly Buffer[];
  readonly logLevel: LogLevel;
  /** Whoever shows it may read `/metrics`; null: only this machine. */
  readonly metricsToken: string | null;
  /** Null: nobody outside is asked. */
  readonly llm: ModelConfig | null;
  /** Null: nobody outside looks at photos. */
  readonly vision: ModelConfig | null;
  readonly telegram: TelegramConfig | null;
  readonly wechaty: WechatyConfig | null;
}

/** An OpenAI-style chat completion. */
export interface ModelConfig {
  readonly url: string;
  readonly key: string | null;
  readonly model: string | null;
}

export interface TelegramConfig {
  readonly token: string;
  readonly apiRoot: string;
  /** With this and a public URL updates come by webhook, else by long polling. */
  readonly webhookSecret: string | null;
}

export interface WechatyConfig {
  readonly puppet: string;
  readonly token: string | null;
  readonly endpoint: string | null;
  /** Messages that the account sends; null: as the adapter has it. */
  readonly perSecond: number | null;
}

/** Names the variable and what is wrong with it; never its value. */
export interface ConfigProblem {
  readonly variable: string;
  readonly problem: string;
}

export type ConfigResult =
  { readonly ok: true; readonly config: Config } | { readonly ok: false; readonly problems: readonly ConfigProblem[] };

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
type LogLevel = (typeof logLevels)[number];

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

const Environment = z.object({
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
type Environment = z.infer<typeof Environment>;

const isEmbedded = (env: Environment): boolean => env.MONGODB_URI === undefined && env.REDIS_URL === undefined;

const isLoopback = (host: string): boolean => host === 'localhost' || host === '::1' || host.startsWith('127.');

/** Why this process must not have a sandbox: anyone who reaches it speaks as anyone. */
const sandboxHindrance = (env: Environment): string | null => {
  if (env.NODE_ENV === 'production') return 'is refused when NODE_ENV=production';
  if (env.ROLES.length < allRoles.length) return `is refused unless one process has all ROLES (${allRoles.join(',')})`;
  if (!isLoopback(env.HOST)) return 'is refused when HOST is not this machine only (127.0.0.1)';
  return null;
};

const contradictions = (env: Environment): readonly ConfigProblem[] => {
  const missing = (variable: string): ConfigProblem => ({
    variable,
    problem: 'must be set when MONGODB_URI or REDIS_URL is set',
  });
  const hindrance = sandboxHindrance(env);
  return [
    ...(env.SANDBOX === true && hindrance !== null ? [{ variable: 'SANDBOX', problem: hindrance }] : []),
    ...(!isEmbedded(env) && env.SECRET === undefined ? [missing('SECRET')] : []),
    ...(!isEmbedded(env) && env.FIELD_KEY === undefined ? [missing('FIELD_KEY')] : []),
    ...(['LLM', 'VISION'] as const).flatMap((name) =>
      env[`${name}_URL`] === undefined && (env[`${name}_KEY`] ?? env[`${name}_MODEL`]) !== undefined
        ? [{ variable: `${name}_URL`, problem: `must be set when ${name}_KEY or ${name}_MODEL is set` }]
        : [],
    ),
    ...(env.WECHATY_PUPPET !== undefined && env.ROLES.includes('bots') !== env.ROLES.includes('jobs')
      ? [{ variable: 'ROLES', problem: 'must have bots and jobs in one process when WECHATY_PUPPET is set' }]
      : []),
    ...(env.WECHATY_PUPPET === undefined &&
    (env.WECHATY_PUPPET_SERVICE_TOKEN ?? env.WECHATY_PUPPET_SERVICE_ENDPOINT ?? env.WECHATY_PER_SECOND)
      ? [{ variable: 'WECHATY_PUPPET', problem: 'must be set when anything else of a puppet is set' }]
      : []),
    ...(env.TELEGRAM_WEBHOOK_SECRET !== undefined && env.TELEGRAM_BOT_TOKEN === undefined
      ? [{ variable: 'TELEGRAM_BOT_TOKEN', problem: 'must be set when TELEGRAM_WEBHOOK_SECRET is set' }]
      : []),
  ];
};

const modelOf = (env: Environment, name: 'LLM' | 'VISION'): ModelConfig | null => {
  const url = env[`${name}_URL`];
  return url === undefined ? null : { url, key: env[`${name}_KEY`] ?? null, model: env[`${name}_MODEL`] ?? null };
};

const telegramOf = (env: Environment): TelegramConfig | null =>
  env.TELEGRAM_BOT_TOKEN === undefined
    ? null
    : {
        token: env.TELEGRAM_BOT_TOKEN,
        apiRoot: env.TELEGRAM_API_ROOT,
        webhookSecret: env.TELEGRAM_WEBHOOK_SECRET ?? null,
      };

const wechatyOf = (env: Environment): WechatyConfig | null =>
  env.WECHATY_PUPPET === undefined
    ? null
    : {
        puppet: env.WECHATY_PUPPET,
        token: env.WECHATY_PUPPET_SERVICE_TOKEN ?? null,
        endpoint: env.WECHATY_PUPPET_SERVICE_ENDPOINT ?? null,
        perSecond: env.WECHATY_PER_SECOND ?? null,
      };

const configOf = (env: Environment): Config => ({
  production: env.NODE_ENV === 'production',
  mongoUri: env.MONGODB_URI ?? null,
  redisUrl: env.REDIS_URL ?? null,
  dataDir: resolve(env.DATA_DIR),
  programs: { path: env.PATH, mongod: env.MONGOMS_SYSTEM_BINARY ?? null, cacheHome: env.XDG_CACHE_HOME ?? null },
  host: env.HOST,
  port: env.PORT,
  publicUrl: env.PUBLIC_URL ?? null,
  packFile: resolve(env.PACK),
  roles: env.ROLES,
  sandbox: env.SANDBOX ?? (isEmbedded(env) && sandboxHindrance(env) === null),
  sandboxStart: env.SANDBOX_START ?? null,
  secret: env.SECRET ?? null,
  fieldKeys: env.FIELD_KEY ?? [],
  logLevel: env.LOG_LEVEL,
  metricsToken: env.METRICS_TOKEN ?? null,
  llm: modelOf(env, 'LLM'),
  vision: modelOf(env, 'VISION'),
  telegram: telegramOf(env),
  wechaty: wechatyOf(env),
});

/** A variable that is set to nothing is not set. */
const withoutEmpty = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''));

export const loadConfig = (env: NodeJS.ProcessEnv = process.env): ConfigResult => {
  const parsed = Environment.safeParse(withoutEmpty(env));
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => ({ variable: path.join('.'), problem: message }));
    return { ok: false, problems };
  }
  const problems = contradictions(parsed.data);
  return problems.length === 0 ? { ok: true, config: configOf(parsed.data) } : { ok: false, problems };
};

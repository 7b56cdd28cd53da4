import { resolve } from 'node:path';
import type { ProgramSearch } from './embedded/find-program';
import { allRoles, Environment, type LogLevel, type ProcessRole } from './environment';

export { allRoles };
export type { ProcessRole };

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

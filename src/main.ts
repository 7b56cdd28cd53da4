import { createApp, type App } from './app';
import { loadConfig, type Config } from './config';
import { keepSecrets } from './embedded/keep-secrets';
import { describeRunning } from './embedded/running';
import { startEmbedded, type Embedded } from './embedded/start-embedded';
import { createLog } from './log';
import type { Logger } from './usecases/ports';

/** Everything stops within this; then the process ends all the same, and nothing is lost by it. */
const stopWithinMs = 9_500;

const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

interface Running {
  readonly embedded: Embedded;
  readonly app: App;
}

/** All or nothing: what was begun is ended when the rest does not start. */
const serve = async (config: Config, embedded: Embedded, log: Logger): Promise<Running> => {
  const kept = config.mongoUri === null && config.redisUrl === null ? keepSecrets(config.dataDir) : null;
  const { mongoUri, redisUrl } = embedded;
  const secret = config.secret ?? kept?.secret ?? '';
  // What the kept key sealed opens also after a key was set.
  const fieldKeys = [...config.fieldKeys, ...(kept ? [kept.fieldKey] : [])];
  const app = await createApp({ config, mongoUri, redisUrl, secret, fieldKeys, log });
  try {
    const address = await app.start();
    embedded.announce(address);
    say(await app.welcome(address));
    return { embedded, app };
  } catch (error) {
    await app.stop();
    throw error;
  }
};

/** A start without one's own servers brings both; a second one beside it says where the first is. */
const start = async (config: Config, log: Logger): Promise<Running | null> => {
  const { mongoUri, redisUrl, dataDir, programs } = config;
  const servers = await startEmbedded({ mongoUri, redisUrl, dataDir, programs, log });
  if (servers.kind === 'running') {
    say(describeRunning(servers.running, dataDir));
    return null;
  }
  try {
    return await serve(config, servers.embedded, log);
  } catch (error) {
    await servers.embedded.stop();
    throw error;
  }
};

const stop = async (signal: string, starting: Promise<Running | null>): Promise<void> => {
  say(`\n${signal}: stopping…`);
  setTimeout(() => process.exit(1), stopWithinMs).unref();
  const running = await starting.catch(() => null);
  await running?.app.stop();
  await running?.embedded.stop();
  process.exit(0);
};

const run = async (config: Config): Promise<void> => {
  const starting = start(config, createLog(config.logLevel));
  let stopping: Promise<void> | null = null;
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      stopping ??= stop(signal, starting);
    });
  await starting;
};

const main = async (): Promise<void> => {
  const loaded = loadConfig();
  if (loaded.ok) return run(loaded.config);
  for (const { variable, problem } of loaded.problems) process.stderr.write(`${variable} ${problem}\n`);
  process.exitCode = 1;
};

main().catch((error: unknown) => {
  process.stderr.write(`Linli could not start: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});

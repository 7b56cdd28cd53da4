import { createApp } from './app';
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

/** A start without one's own servers brings both; a second one beside it says where the first is. */
const serversOf = async (config: Config, log: Logger): Promise<Embedded | null> => {
  const { mongoUri, redisUrl, dataDir, programs } = config;
  const result = await startEmbedded({ mongoUri, redisUrl, dataDir, programs, log });
  if (result.kind === 'started') return result.embedded;
  say(describeRunning(result.running, dataDir));
  return null;
};

const run = async (config: Config): Promise<void> => {
  const log = createLog(config.logLevel);
  const embedded = await serversOf(config, log);
  if (!embedded) return;
  const kept = config.secret === null || config.fieldKey === null ? keepSecrets(config.dataDir) : null;
  const app = await createApp({
    config,
    mongoUri: embedded.mongoUri,
    redisUrl: embedded.redisUrl,
    secret: config.secret ?? kept?.secret ?? '',
    log,
  }).catch(async (error: unknown) => {
    await embedded.stop();
    throw error;
  });
  let stopping = false;
  const stop = async (signal: string): Promise<void> => {
    if (stopping) return;
    stopping = true;
    say(`\n${signal}: stopping…`);
    setTimeout(() => process.exit(1), stopWithinMs).unref();
    await app.stop();
    await embedded.stop();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop(signal));
  const address = await app.start();
  embedded.announce(address);
  say(app.welcome(address));
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

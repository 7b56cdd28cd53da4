/** A program with embedded servers and nothing else, to be killed by tests: prints how it started, ends at SIGTERM. */
import { startEmbedded } from '../../src/embedded/start-embedded';
import { programSearch } from './own-servers';

const log = { info: console.error, warn: console.error, error: console.error };

const main = async (dataDir: string): Promise<void> => {
  const result = await startEmbedded({ dataDir, programs: programSearch, log, mongoUri: null, redisUrl: null });
  if (result.kind === 'started') {
    result.embedded.announce('http://127.0.0.1:3000');
    const staysAlive = setInterval(() => undefined, 60_000);
    process.once('SIGTERM', () => void result.embedded.stop().then(() => clearInterval(staysAlive)));
  }
  console.log(JSON.stringify(result));
};

void main(process.argv[2] ?? '');

/**
 * Asks for pages, a process of its own. In, one message: where, which paths, with which cookie, how many at once. Out: how
 * long it took, and how long each answer took.
 */
import { Agent, get } from 'node:http';

export interface PageLoad {
  readonly port: number;
  readonly paths: readonly string[];
  readonly cookie: string;
  readonly atOnce: number;
  readonly seconds: number;
}

export interface PagesLoaded {
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly refused: number;
}

const ask = (load: PageLoad, agent: Agent, path: string): Promise<number> =>
  new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port: load.port, path, agent, headers: { cookie: load.cookie } }, (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode ?? 0));
      response.on('error', reject);
    }).on('error', reject);
  });

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

const run = async (load: PageLoad): Promise<PagesLoaded> => {
  const agent = new Agent({ keepAlive: true, maxSockets: load.atOnce });
  const begun = performance.now();
  const until = begun + load.seconds * 1000;
  const times: number[] = [];
  let [sent, refused] = [0, 0];
  const worker = async (): Promise<void> => {
    while (performance.now() < until) {
      const sentAt = performance.now();
      const status = await ask(load, agent, load.paths[sent++ % load.paths.length] ?? '/');
      times.push(performance.now() - sentAt);
      if (status !== 200) refused += 1;
    }
  };
  await Promise.all(Array.from({ length: load.atOnce }, worker));
  const seconds = (performance.now() - begun) / 1000;
  agent.destroy();
  times.sort((one, other) => one - other);
  return { perSecond: times.length / seconds, p50Ms: at(times, 0.5), p95Ms: at(times, 0.95), refused };
};

process.on('message', (load: PageLoad) => {
  run(load).then(
    (loaded) => process.send?.(loaded),
    (error: unknown) => {
      process.stderr.write(`the pages' load: ${String(error)}\n`);
      process.exit(1);
    },
  );
});

import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import type { Writes } from './count-writes';
import type { Compared, Figures } from './rounds';

const root = join(__dirname, '..');

export interface Memory {
  readonly messages: number;
  readonly heapBeforeMb: number;
  readonly heapAfterMb: number;
  readonly rssBeforeMb: number;
  readonly rssAfterMb: number;
  /** Of the heap, after a collection of garbage. */
  readonly growth: number;
}

export interface Results {
  readonly date: string;
  readonly machine: string;
  readonly commit: string;
  readonly connections: number;
  readonly chatter: Compared;
  readonly reports: Compared & { readonly writes: readonly Writes[]; readonly reads: Readonly<Record<string, number>> };
  readonly memory: Memory;
}

export const goals = { chatter: 0.8, reports: 0.6, growth: 0.1 } as const;

export const machineName = (): string =>
  `${cpus().length} cores of ${cpus()[0]?.model.trim() ?? 'an unknown kind'}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}`;

export const commitName = (): string =>
  execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim();

const percent = (share: number): string => `${Math.round(share * 100)} %`;
const verdict = (reached: boolean): string => (reached ? 'reached' : 'not reached');

const rateRow = (name: string, { ours, floor, ratio }: Compared, goal: number): readonly string[] => {
  const rate = ({ perSecond }: Figures) => `${Math.round(perSecond).toLocaleString('en')}/s`;
  return [name, rate(ours), rate(floor), percent(ratio), `≥ ${percent(goal)}, ${verdict(ratio >= goal)}`];
};

const rowsOf = ({ chatter, reports, memory }: Results): readonly (readonly string[])[] => [
  ['', 'Linli', 'floor', 'ratio', 'goal'],
  rateRow('chatter through the webhook', chatter, goals.chatter),
  rateRow('reports, committed and queued', reports, goals.reports),
  [
    `heap after ${memory.messages.toLocaleString('en')} messages`,
    `${memory.heapAfterMb.toFixed(1)} MB`,
    `${memory.heapBeforeMb.toFixed(1)} MB before`,
    `${memory.growth >= 0 ? '+' : '−'}${Math.abs(memory.growth * 100).toFixed(1)} %`,
    `within ${percent(goals.growth)}, ${verdict(Math.abs(memory.growth) <= goals.growth)}`,
  ],
];

export const markdownOf = (results: Results): string => {
  const [head = [], ...rows] = rowsOf(results);
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const documents = results.reports.writes.reduce((sum, { documents: each }) => sum + each, 0);
  return [
    line(head),
    line(head.map(() => '---')),
    ...rows.map(line),
    '',
    `Medians of alternating rounds in one run (\`npm run bench\`), ${results.connections} connections, ${results.date.slice(0, 10)}, ${results.machine}.`,
    `The floor of the first row is bare telegraf that does nothing; of the second, bare telegraf, one MongoDB transaction of as`,
    `many writes (${documents} documents in ${results.reports.writes.length} collections) and one BullMQ add. All of it shares the machine: compare the ratios.`,
  ].join('\n');
};

/** Writes between the markers and nowhere else. */
const intoReadme = (snippet: string): void => {
  const file = join(root, 'README.md');
  const text = readFileSync(file, 'utf8');
  const between = /<!-- bench -->[\s\S]*?<!-- \/bench -->/;
  if (!between.test(text)) throw new Error('README.md has lost its markers <!-- bench --> … <!-- /bench -->.');
  writeFileSync(
    file,
    text.replace(between, () => `<!-- bench -->\n\n${snippet}\n\n<!-- /bench -->`),
  );
};

const print = (results: Results): void => {
  const rows = rowsOf(results);
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  for (const row of rows) console.log(row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '));
  for (const [name, { ours, floor, ratios }] of [
    ['chatter', results.chatter],
    ['reports', results.reports],
  ] as const) {
    const figures = ({ p50Ms, p99Ms, cpuMsEach }: Figures) =>
      `p50 ${p50Ms.toFixed(1)} ms, p99 ${p99Ms.toFixed(1)} ms, CPU ${cpuMsEach.toFixed(3)} ms each`;
    console.log(`${name}: ours ${figures(ours)}; floor ${figures(floor)}; rounds ${ratios.map(percent).join(', ')}`);
  }
  const { writes, reads } = results.reports;
  console.log(
    `a report: ${writes.map((each) => `${each.collection} ${each.documents}`).join(', ')}; reads ${Object.entries(reads)
      .map(([name, each]) => `${name} ${each}`)
      .join(', ')}`,
  );
  console.log(`resident: ${results.memory.rssBeforeMb.toFixed(0)} → ${results.memory.rssAfterMb.toFixed(0)} MB`);
};

export const publish = (results: Results): void => {
  print(results);
  writeFileSync(join(__dirname, 'results.json'), `${JSON.stringify(results, null, 2)}\n`);
  intoReadme(markdownOf(results));
};

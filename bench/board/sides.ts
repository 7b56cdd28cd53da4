import { fork } from 'node:child_process';
import { join } from 'node:path';
import { median } from '../rounds';
import type { PageLoad, PagesLoaded } from './load';

const rounds = 3;

const loadOnce = (load: PageLoad): Promise<PagesLoaded> =>
  new Promise((answer, reject) => {
    const child = fork(join(__dirname, 'load.ts'), [], { execArgv: ['--import', 'tsx'] });
    child.once('exit', () => reject(new Error('the load ended')));
    child.once('message', (loaded: PagesLoaded) => {
      child.removeAllListeners('exit').kill();
      answer(loaded);
    });
    child.send(load);
  });

interface Figures {
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
}

interface Floor {
  readonly perSecond: number;
  readonly p95Ms: number;
  readonly queries: number;
  /** Ours of it, the median of the rounds' own. */
  readonly ratio: number;
}

/** A page, while nothing is written and while much is, and its floors. */
export interface Row extends Figures {
  readonly page: string;
  /** While matters change. */
  readonly written: Figures;
  /** All that it asks when nothing of it is remembered. */
  readonly bare: Floor;
  /** What it asks again when something was written: the floor of what was measured while matters change. */
  readonly asked: Floor;
}

const sides = ['ours', 'written', 'bare', 'asked'] as const;
type Side = (typeof sides)[number];

export interface Loads {
  readonly page: string;
  readonly ours: PageLoad;
  readonly bare: PageLoad & { readonly queries: number };
  readonly asked: PageLoad & { readonly queries: number };
  /** Has matters change until it is called back. */
  readonly writing: () => () => Promise<void>;
}

const loadSide = async (loads: Loads, side: Side): Promise<PagesLoaded> => {
  const load = side === 'written' ? loads.ours : loads[side];
  const stop = side === 'written' ? loads.writing() : null;
  const loaded = await loadOnce(load);
  await stop?.();
  if (loaded.refused > 0) throw new Error(`${loaded.refused} of ${load.paths[0]} were refused (${side})`);
  return loaded;
};

/** In turn, each time beginning with another. */
export const measure = async (loads: Loads): Promise<Row> => {
  const all: Record<Side, PagesLoaded>[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const one: Partial<Record<Side, PagesLoaded>> = {};
    for (const index of sides.keys()) {
      const side = sides[(index + round) % sides.length] ?? 'ours';
      one[side] = await loadSide(loads, side);
    }
    all.push(one as Record<Side, PagesLoaded>);
  }
  const of = (side: Side, figure: keyof Figures) => median(all.map((each) => each[side][figure]));
  const figures = (side: Side): Figures => ({
    ...{ perSecond: of(side, 'perSecond'), p50Ms: of(side, 'p50Ms'), p95Ms: of(side, 'p95Ms') },
  });
  const floor = (side: 'bare' | 'asked', ours: Side): Floor => ({
    ...{ perSecond: of(side, 'perSecond'), p95Ms: of(side, 'p95Ms'), queries: loads[side].queries },
    ratio: median(all.map((each) => each[ours].perSecond / each[side].perSecond)),
  });
  return {
    ...{ page: loads.page, ...figures('ours'), written: figures('written') },
    ...{ bare: floor('bare', 'ours'), asked: floor('asked', 'written') },
  };
};

const rate = ({ perSecond }: { readonly perSecond: number }): string => `${Math.round(perSecond)}/s`;
const time = ({ p95Ms }: { readonly p95Ms: number }): string => `${Math.round(p95Ms)} ms`;
const floorOf = (floor: Floor): readonly string[] => [
  ...[`${floor.queries}: ${rate(floor)}`, time(floor), `${Math.round(floor.ratio * 100)} %`],
];

const aligned = (cells: readonly string[]): string =>
  cells.map((cell, column) => cell.padEnd(column === 0 ? 30 : 11)).join('');

export const headLine = aligned([
  ...['page', 'rate', 'p95', 'bare', 'p95', 'ratio'],
  ...['written', 'p95', 'as asked', 'p95', 'ratio'],
]);

export const lineOf = (row: Row): string =>
  aligned([
    ...[row.page, rate(row), time(row), ...floorOf(row.bare)],
    ...[rate(row.written), time(row.written), ...floorOf(row.asked)],
  ]);

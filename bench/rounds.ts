import type { Loaded } from './load-figures';
import type { Usage } from './measured-process';

export interface Side {
  readonly name: 'ours' | 'floor';
  readonly usage: () => Promise<Usage>;
  /** One round of so many messages. */
  readonly round: () => Promise<Loaded>;
}

export interface Figures {
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Of the Node process alone. */
  readonly cpuMsEach: number;
}

export interface Compared {
  readonly ours: Figures;
  readonly floor: Figures;
  /** Median of the rounds' own ratios: noise that both sides of a round met cancels. */
  readonly ratio: number;
  readonly ratios: readonly number[];
}

export const median = (list: readonly number[]): number => {
  const sorted = [...list].sort((one, other) => one - other);
  const middle = sorted.length >> 1;
  const [low = 0, high = 0] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]];
  return (low + high) / 2;
};

const measure = async (side: Side, count: number): Promise<Figures> => {
  const before = await side.usage();
  const { seconds, p50Ms, p99Ms } = await side.round();
  const after = await side.usage();
  return { perSecond: count / seconds, p50Ms, p99Ms, cpuMsEach: (after.cpuMs - before.cpuMs) / count };
};

const middle = (all: readonly Figures[]): Figures => ({
  perSecond: median(all.map(({ perSecond }) => perSecond)),
  p50Ms: median(all.map(({ p50Ms }) => p50Ms)),
  p99Ms: median(all.map(({ p99Ms }) => p99Ms)),
  cpuMsEach: median(all.map(({ cpuMsEach }) => cpuMsEach)),
});

export interface Comparison {
  readonly ours: Side;
  readonly floor: Side;
  readonly rounds: number;
  /** Messages of a round. */
  readonly count: number;
}

/** One round of each to warm up, then round by round, each time the other one first. */
export const compare = async ({ ours, floor, rounds, count }: Comparison): Promise<Compared> => {
  await ours.round();
  await floor.round();
  const all: { ours: Figures; floor: Figures }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const first = round % 2 === 0 ? await measure(ours, count) : null;
    const floorFigures = await measure(floor, count);
    all.push({ ours: first ?? (await measure(ours, count)), floor: floorFigures });
  }
  const ratios = all.map((each) => each.ours.perSecond / each.floor.perSecond);
  return {
    ours: middle(all.map((each) => each.ours)),
    floor: middle(all.map((each) => each.floor)),
    ratio: median(ratios),
    ratios,
  };
};

import type { Compared, Figures } from '../rounds';

/** Megabytes before (without garbage), at the most, and afterwards (without garbage). */
export interface Burst {
  readonly messages: number;
  /** Until the last of them was asked for. */
  readonly seconds: number;
  /** Of the Node process alone. */
  readonly cpuMsEach: number;
  readonly heapMb: readonly number[];
  readonly rssMb: readonly number[];
}

export interface Results {
  readonly date: string;
  readonly machine: string;
  readonly commit: string;
  readonly atOnce: number;
  readonly border: Compared | null;
  readonly program: Compared | null;
  readonly burst: { readonly ours: Burst; readonly floor: Burst } | null;
}

/** Under the burst Linli's heap is held to so much: a memory that is not bounded dies of it. */
export const goals = { border: 0.8, burstHeapMb: 320, growth: 0.1 } as const;

const percent = (share: number): string => `${Math.round(share * 100)} %`;
const rate = ({ perSecond }: Figures): string => `${Math.round(perSecond).toLocaleString('en')}/s`;
const verdict = (reached: boolean): string => (reached ? 'reached' : 'not reached');
const megabytes = (list: readonly number[]): string => `${list.map((each) => each.toFixed(0)).join(' → ')} MB`;

/** It lived through the burst in so much heap, and gave it back. */
const isBounded = ({ heapMb: [before = 0, , after = 0] }: Burst): boolean => after <= before * (1 + goals.growth);

const rowsOf = ({ border, program, burst }: Results): readonly (readonly string[])[] => [
  ['', 'Linli', 'bare wechaty', 'ratio and goal'],
  ...(border
    ? [
        [
          'an echo over gRPC, through the border alone',
          rate(border.ours),
          rate(border.floor),
          `${percent(border.ratio)}; ≥ ${percent(goals.border)}, ${verdict(border.ratio >= goals.border)}`,
        ],
      ]
    : []),
  ...(program
    ? [['`我的` answered by the whole program', rate(program.ours), rate(program.floor), percent(program.ratio)]]
    : []),
  ...(burst
    ? [
        [
          `resident under ${burst.ours.messages.toLocaleString('en')} messages at once: before → most → after`,
          megabytes(burst.ours.rssMb),
          megabytes(burst.floor.rssMb),
          '',
        ],
        [
          `heap, the same; Linli's held to ${goals.burstHeapMb} MB`,
          megabytes(burst.ours.heapMb),
          megabytes(burst.floor.heapMb),
          `within ${percent(goals.growth)} afterwards, ${verdict(isBounded(burst.ours))}`,
        ],
        ['taken in within', `${burst.ours.seconds.toFixed(1)} s`, `${burst.floor.seconds.toFixed(1)} s`, ''],
        ['CPU each', `${burst.ours.cpuMsEach.toFixed(2)} ms`, `${burst.floor.cpuMsEach.toFixed(2)} ms`, ''],
      ]
    : []),
];

export const printResults = (results: Results): void => {
  for (const row of rowsOf(results)) console.log(`| ${row.join(' | ')} |`);
  for (const [name, compared] of [
    ['border', results.border],
    ['program', results.program],
  ] as const) {
    if (!compared) continue;
    const figures = ({ p50Ms, p99Ms, cpuMsEach }: Figures) =>
      `p50 ${p50Ms.toFixed(1)} ms, p99 ${p99Ms.toFixed(1)} ms, CPU ${cpuMsEach.toFixed(2)} ms each`;
    console.log(
      `${name}: Linli ${figures(compared.ours)}; wechaty ${figures(compared.floor)}; rounds ${compared.ratios.map(percent).join(', ')}`,
    );
  }
};

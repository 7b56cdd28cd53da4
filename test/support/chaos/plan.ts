import fc from 'fast-check';

/** How much of it. */
export interface ChaosSize {
  readonly messages: number;
  /** Of the program, with -9. */
  readonly kills: number;
  /** Of all of Redis. */
  readonly flushes: number;
  /** MongoDB's primary, with -9. */
  readonly elections: number;
}

/** What one message is; `luck`, from 0 to 99, decides what else is to be decided. */
export interface Turn {
  readonly kind: 'report' | 'telegram' | 'chatter' | 'work';
  readonly luck: number;
}

export interface Disturbance {
  readonly kind: 'kill' | 'flush' | 'election';
  /** Once so many messages are taken. */
  readonly after: number;
}

export interface ChaosPlan {
  readonly seed: number;
  readonly turns: readonly Turn[];
  readonly disturbances: readonly Disturbance[];
}

const kinds = fc.oneof(
  { weight: 30, arbitrary: fc.constant('report' as const) },
  { weight: 10, arbitrary: fc.constant('telegram' as const) },
  { weight: 20, arbitrary: fc.constant('chatter' as const) },
  { weight: 40, arbitrary: fc.constant('work' as const) },
);

const turnsOf = (count: number) =>
  fc.array(fc.record({ kind: kinds, luck: fc.noBias(fc.integer({ min: 0, max: 99 })) }), {
    minLength: count,
    maxLength: count,
  });

const disturbancesOf = ({ messages }: ChaosSize, kind: Disturbance['kind'], count: number) =>
  fc.array(
    fc.record({
      kind: fc.constant(kind),
      after: fc.noBias(fc.integer({ min: Math.ceil(messages / 20), max: Math.floor(messages * 0.95) })),
    }),
    { minLength: count, maxLength: count },
  );

/** The same seed, the same plan. */
export const planChaos = (size: ChaosSize, seed: number): ChaosPlan => {
  const [drawn] = fc.sample(
    fc.tuple(
      turnsOf(size.messages),
      disturbancesOf(size, 'kill', size.kills),
      disturbancesOf(size, 'flush', size.flushes),
      disturbancesOf(size, 'election', size.elections),
    ),
    { seed, numRuns: 1 },
  );
  if (!drawn) throw new Error('nothing was drawn');
  const [turns, ...disturbances] = drawn;
  return { seed, turns, disturbances: disturbances.flat().sort((one, other) => one.after - other.after) };
};

import type { Reading } from '../../src/domain/understanding/reading';
import type { Sample } from './corpus';
import { isFamily } from './learn';

export interface Read {
  readonly sample: Sample;
  readonly reading: Reading;
}

export interface Rate {
  readonly hits: number;
  readonly of: number;
}

/** Wilson's interval at 95 %. */
export const interval = ({ hits, of }: Rate): readonly [number, number] => {
  if (of === 0) return [0, 1];
  const z = 1.96;
  const p = hits / of;
  const middle = (p + (z * z) / (2 * of)) / (1 + (z * z) / of);
  const half = (z * Math.sqrt((p * (1 - p)) / of + (z * z) / (4 * of * of))) / (1 + (z * z) / of);
  return [middle - half, middle + half];
};

const percent = (share: number) => `${(share * 100).toFixed(1)} %`;

export const shown = (rate: Rate): string => {
  if (rate.of === 0) return '–';
  const [low, high] = interval(rate);
  return `${percent(rate.hits / rate.of)} (${rate.hits}/${rate.of}; ${percent(low)}–${percent(high)})`;
};

export const rateOf = <T>(items: readonly T[], hit: (item: T) => boolean): Rate => ({
  hits: items.filter(hit).length,
  of: items.length,
});

const right = ({ category, second }: Sample, id: string | undefined) =>
  id !== undefined && (id === category || id === second);

export const within = (reads: readonly Read[], places: number): Rate =>
  rateOf(
    reads.filter(({ sample }) => sample.category !== null),
    ({ sample, reading }) => reading.category.slice(0, places).some(({ id }) => right(sample, id)),
  );

const family = (intent: string) => (isFamily(intent) ? 'report' : intent);

export const intents = (reads: readonly Read[]): Rate =>
  rateOf(reads, ({ sample, reading }) => family(sample.intent) === family(reading.intent));

export const alarms = (reads: readonly Read[]): Rate => rateOf(reads, ({ reading }) => reading.critical !== null);

export const answered = (reads: readonly Read[]): Rate => rateOf(reads, ({ reading }) => isFamily(reading.intent));

/** Answered as anything but talk: a wrong thanks or sign-up is an answer too. */
export const heard = (reads: readonly Read[]): Rate => rateOf(reads, ({ reading }) => reading.intent !== 'chatter');

/** Characters that both have, as a multiset: 2 × common ÷ sum of lengths. */
const overlap = (one: string, other: string): number => {
  const left = new Map<string, number>();
  for (const char of one) left.set(char, (left.get(char) ?? 0) + 1);
  let common = 0;
  for (const char of other) {
    const count = left.get(char) ?? 0;
    if (count > 0) common += 1;
    left.set(char, count - 1);
  }
  return (2 * common) / (Array.from(one).length + Array.from(other).length);
};

export interface PlaceScores {
  readonly exact: Rate;
  readonly f1: number;
  /** Texts that name no place, of which one was read. */
  readonly invented: Rate;
}

export const places = (reads: readonly Read[]): PlaceScores => {
  const placed = reads.filter(({ sample }) => sample.place !== null);
  const sum = placed.reduce(
    (total, { sample, reading }) => total + overlap(sample.place ?? '', reading.place?.text ?? ''),
    0,
  );
  return {
    exact: rateOf(placed, ({ sample, reading }) => sample.place === reading.place?.text),
    f1: placed.length === 0 ? 0 : sum / placed.length,
    invented: rateOf(
      reads.filter(({ sample }) => sample.place === null && isFamily(sample.intent)),
      ({ reading }) => reading.place !== null,
    ),
  };
};

/** "said 0.9: right 91 % of 200", in tenths. */
export const calibration = (reads: readonly Read[]): string[] =>
  Array.from({ length: 10 }, (_, tenth) => {
    const inside = reads.filter(({ sample, reading }) => {
      const share = reading.category[0]?.share ?? -1;
      return (
        sample.category !== null && share >= tenth / 10 && (share < (tenth + 1) / 10 || (tenth === 9 && share <= 1))
      );
    });
    const said = inside.reduce((sum, { reading }) => sum + (reading.category[0]?.share ?? 0), 0) / (inside.length || 1);
    const hit = rateOf(inside, ({ sample, reading }) => right(sample, reading.category[0]?.id));
    return inside.length === 0 ? '' : `said ${said.toFixed(2)}: right ${(hit.hits / hit.of).toFixed(2)} of ${hit.of}`;
  }).filter((line) => line !== '');

const counted = (keys: readonly string[]): [string, number][] => {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts].sort((one, other) => other[1] - one[1]);
};

export const confusions = (reads: readonly Read[], most: number): string[] =>
  counted(
    reads
      .filter(({ sample, reading }) => sample.category !== null && !right(sample, reading.category[0]?.id))
      .map(({ sample, reading }) => `${sample.category ?? ''} → ${reading.category[0]?.id ?? '(silence)'}`),
  )
    .slice(0, most)
    .map(([pair, count]) => `${pair}: ${count}`);

export const perCategory = (reads: readonly Read[]): string[] =>
  counted(reads.flatMap(({ sample }) => sample.category ?? [])).map(([category, count]) => {
    const own = reads.filter(({ sample }) => sample.category === category);
    return `${category} ${within(own, 1).hits}/${count} @3 ${within(own, 3).hits}`;
  });

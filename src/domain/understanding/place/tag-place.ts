import { placeFeatures, placeSlots } from './place-features';
import type { PlaceSpan } from './place-patterns';

/** Three whole numbers a slot: outside, begin, inside; learnt by an averaged perceptron. */
export interface PlaceWeights {
  readonly table: Int8Array;
  /** From tag to tag, 3 × 3; the last row is the start. */
  readonly moves: readonly number[];
}

export const outside = 0;
export const begin = 1;
export const inside = 2;

/** Tags of the best path (Viterbi); the time grows with the text only. */
export const bestTags = (
  slots: readonly (readonly number[])[],
  score: (slot: number, tag: number) => number,
  move: (from: number, tag: number) => number,
): Uint8Array => {
  const length = slots.length;
  const back = new Uint8Array(length * 3);
  let before = [0, 1, 2].map((tag) => (tag === inside ? -Infinity : move(3, tag)));
  for (let at = 0; at < length; at += 1) {
    const here = [0, 1, 2].map((tag) => (slots[at] ?? []).reduce((sum, slot) => sum + score(slot, tag), 0));
    if (at === 0) {
      before = before.map((value, tag) => value + (here[tag] ?? 0));
      continue;
    }
    before = here.map((own, tag) => {
      let best = -Infinity;
      for (let from = 0; from < 3; from += 1) {
        const allowed = !(tag === inside && from === outside);
        const value = allowed ? (before[from] ?? 0) + move(from, tag) : -Infinity;
        if (value > best) {
          best = value;
          back[at * 3 + tag] = from;
        }
      }
      return best + own;
    });
  }
  const tags = new Uint8Array(length);
  let tag = before.indexOf(Math.max(...before));
  for (let at = length - 1; at >= 0; at -= 1) {
    tags[at] = tag;
    tag = back[at * 3 + tag] ?? 0;
  }
  return tags;
};

export const spansOf = (tags: Uint8Array): { from: number; to: number }[] => {
  const spans: { from: number; to: number }[] = [];
  tags.forEach((tag, at) => {
    const last = spans.at(-1);
    if (tag === begin) spans.push({ from: at, to: at + 1 });
    else if (tag === inside && last?.to === at) last.to = at + 1;
  });
  return spans;
};

export const tagPlaces = (
  text: string,
  words: readonly string[],
  spans: readonly PlaceSpan[],
  { table, moves }: PlaceWeights,
): PlaceSpan[] => {
  const tags = bestTags(
    placeFeatures(text, words, spans),
    (slot, tag) => table[slot * 3 + tag] ?? 0,
    (from, tag) => moves[from * 3 + tag] ?? 0,
  );
  return spansOf(tags).map((span) => ({ ...span, kind: 'tagged' as const }));
};

/** The committed form: twelve 16-bit moves, then the table. */
export const readPlaceWeights = (bytes: Uint8Array): PlaceWeights => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const moves = Array.from({ length: 12 }, (_, index) => view.getInt16(index * 2, true));
  return { moves, table: Int8Array.from({ length: placeSlots * 3 }, (_, index) => view.getInt8(24 + index)) };
};

export const writePlaceWeights = ({ table, moves }: PlaceWeights): Uint8Array => {
  const bytes = new Uint8Array(24 + table.length);
  const view = new DataView(bytes.buffer);
  moves.forEach((move, index) => view.setInt16(index * 2, move, true));
  bytes.set(new Uint8Array(table.buffer, table.byteOffset, table.length), 24);
  return bytes;
};

import { foldText } from '../../src/domain/understanding/fold-text';
import type { CutWords } from '../../src/domain/understanding/model/prepare-text';
import { placeFeatures, placeSlots } from '../../src/domain/understanding/place/place-features';
import { placeSpans } from '../../src/domain/understanding/place/place-patterns';
import type { PlaceWeights } from '../../src/domain/understanding/place/tag-place';
import { begin, bestTags, inside } from '../../src/domain/understanding/place/tag-place';
import type { Sample } from './corpus';
import { shuffled } from './fit';

const epochs = 12;

/** Learnt from texts of which most name no place, the tagger would rather be silent; the desk would rather be told. */
const willing = 200;

const placeless = new Set(['chatter', 'thanks', 'redeem', 'balance', 'ask-person', 'cancel', 'signup']);

interface Tagged {
  readonly slots: readonly (readonly number[])[];
  readonly tags: Uint8Array;
}

const taggedFrom = (sample: Sample, cut: CutWords): Tagged => {
  const folded = foldText(sample.text).slice(0, 400);
  const tags = new Uint8Array(folded.length);
  const from = sample.place === null ? -1 : folded.indexOf(foldText(sample.place));
  if (from >= 0) {
    tags.fill(inside, from, from + (sample.place?.length ?? 0));
    tags[from] = begin;
  }
  return { slots: placeFeatures(folded, cut(folded), placeSpans(folded)), tags };
};

/** Averaged structured perceptron over the corpus: what is outside, what begins and what continues a place. */
export const learnPlace = (samples: readonly Sample[], cut: CutWords): PlaceWeights => {
  const texts = samples
    .filter(({ source, intent }) => source !== 'detail' && !placeless.has(intent))
    .map((sample) => taggedFrom(sample, cut));
  const now = new Float64Array(placeSlots * 3);
  const sum = new Float64Array(placeSlots * 3);
  const moves = new Float64Array(12);
  const moveSum = new Float64Array(12);
  let step = 1;
  const change = (slots: readonly number[], tag: number, by: number) => {
    for (const slot of slots) {
      now[slot * 3 + tag] = (now[slot * 3 + tag] as number) + by;
      sum[slot * 3 + tag] = (sum[slot * 3 + tag] as number) + by * step;
    }
  };
  const changeMove = (from: number, tag: number, by: number) => {
    moves[from * 3 + tag] = (moves[from * 3 + tag] as number) + by;
    moveSum[from * 3 + tag] = (moveSum[from * 3 + tag] as number) + by * step;
  };
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    for (const { slots, tags } of shuffled(texts, epoch + 11)) {
      const guess = bestTags(
        slots,
        (slot, tag) => now[slot * 3 + tag] as number,
        (from, tag) => moves[from * 3 + tag] as number,
      );
      tags.forEach((tag, at) => {
        const guessed = guess[at] as number;
        const before = at === 0 ? 3 : (tags[at - 1] as number);
        const guessedBefore = at === 0 ? 3 : (guess[at - 1] as number);
        if (guessed !== tag) {
          change(slots[at] as number[], tag, 1);
          change(slots[at] as number[], guessed, -1);
        }
        if (guessed !== tag || guessedBefore !== before) {
          changeMove(before, tag, 1);
          changeMove(guessedBefore, guessed, -1);
        }
      });
      step += 1;
    }
  }
  const average = now.map((value, at) => value - (sum[at] as number) / step);
  const averageMoves = moves.map((value, at) => value - (moveSum[at] as number) / step);
  const top = average.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-6);
  const unit = top / 127;
  return {
    table: Int8Array.from(average, (value) => Math.round(value / unit)),
    moves: Array.from(averageMoves, (value, at) => Math.round(value / unit) + (at % 3 === begin ? willing : 0)),
  };
};

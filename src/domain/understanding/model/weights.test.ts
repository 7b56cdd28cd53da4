import { featuresOf, markHash } from './features';
import { scoreFeatures, tellingPieces } from './score';
import type { Weights } from './weights';
import { readWeights, writeWeights } from './weights';

const lampHash = featuresOf({ text: '灯', words: [], marks: [] }).hashes[0] ?? 0;

const head = (labels: string[]) => ({
  labels,
  temperature: 1,
  bias: labels.map(() => 0),
  scale: labels.map(() => 0.1),
});

const written = (): Omit<Weights, 'slots' | 'unknownSquare'> => ({
  header: {
    version: 2,
    learnt: '2026-11-20',
    features: 2,
    matterFeatures: 2,
    strengthScale: 0.01,
    unknownSquare: 0,
    category: head(['lamp', 'noise']),
    intent: head(['report', 'chatter']),
    critical: head(['calm', 'critical']),
  },
  width: 6,
  hashes: Uint32Array.of(lampHash, markHash('photo')),
  strength: Float32Array.of(1, 1),
  rows: Int8Array.of(50, -50, 20, -20, 10, -10, 0, 0, 127, -128, 0, 0),
});

test('what is written is read', () => {
  const weights = readWeights(writeWeights(written()));
  expect(weights.rows).toEqual(written().rows);
  expect(weights.hashes).toEqual(written().hashes);
  expect(Array.from(weights.strength)).toEqual([expect.closeTo(1), expect.closeTo(1)]);
});

test('shares follow the weights and sum to one', () => {
  const weights = readWeights(writeWeights(written()));
  const { category } = scoreFeatures(featuresOf({ text: '灯', words: ['灯'], marks: [] }), weights);
  expect(category[0]).toBeGreaterThan(0.99);
  expect((category[0] ?? 0) + (category[1] ?? 0)).toBeCloseTo(1);
});

test('marks count beside the words', () => {
  const weights = readWeights(writeWeights(written()));
  const photo = featuresOf({ text: '', words: [], marks: [{ name: 'photo', strength: 1 }] });
  expect(scoreFeatures(photo, weights).intent[0]).toBeGreaterThan(0.99);
});

test('unknown features leave the biases to speak', () => {
  const weights = readWeights(writeWeights(written()));
  expect(scoreFeatures(featuresOf({ text: '天', words: [], marks: [] }), weights).category[0]).toBeCloseTo(0.5);
});

test('the telling pieces are those of two characters or more', () => {
  const weights = readWeights(writeWeights(written()));
  const features = featuresOf({ text: '灯', words: ['灯'], marks: [] });
  expect(tellingPieces('灯', features, weights, 0)).toEqual([]);
});

test('all digits look alike', () => {
  const of = (text: string) => Array.from(featuresOf({ text, words: [text], marks: [] }).hashes);
  expect(of('6号楼')).toEqual(of('8号楼'));
});

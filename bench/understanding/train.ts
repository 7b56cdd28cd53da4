/**
 * Learns the weights that `understand` uses.
 * In: corpus/*.jsonl and, when given, residents-dev.jsonl of the folder `--data DIR`. Out: weights.bin and place-weights.bin (brotli) in src/domain/understanding, or in the folder `--out DIR`.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { brotliCompressSync, constants } from 'node:zlib';
import { writePlaceWeights } from '../../src/domain/understanding/place/tag-place';
import { loadCutter } from '../../src/understanding/load-cutter';
import { readChat, readCorpus, readLetters, readTalk } from './corpus';
import { learn } from './learn';
import { learnPlace } from './learn-place';

const root = path.resolve(__dirname, '../..');
const { values } = parseArgs({ options: { data: { type: 'string' }, out: { type: 'string' } } });

const started = performance.now();
const cut = loadCutter();
const samples = [
  ...readCorpus(path.join(root, 'corpus')),
  ...(values.data ? [...readLetters(values.data), ...readChat(values.data), ...readTalk(values.data)] : []),
];
const folder = values.out ?? path.join(root, 'src/domain/understanding');

const write = (name: string, bytes: Uint8Array): number => {
  const packed = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
  writeFileSync(path.join(folder, name), packed);
  return packed.length / 1024;
};

const learnt = new Date().toISOString().slice(0, 10);
const kilobytes =
  write('weights.bin', learn(samples, cut, { learnt })) +
  write('place-weights.bin', writePlaceWeights(learnPlace(samples, cut)));
const seconds = ((performance.now() - started) / 1000).toFixed(0);
console.log(`${samples.length} texts, ${kilobytes.toFixed(0)} KB, ${seconds} s: ${folder}`);

/**
 * Learns the weights that `understand` uses.
 * In: corpus/*.jsonl and, when given, residents-dev.jsonl of the folder `--data DIR`. Out: src/domain/understanding/weights.bin (brotli).
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { brotliCompressSync, constants } from 'node:zlib';
import { loadCutter } from '../../src/understanding/load-cutter';
import { readCorpus, readLetters } from './corpus';
import { learn } from './learn';

const root = path.resolve(__dirname, '../..');
const { values } = parseArgs({ options: { data: { type: 'string' }, out: { type: 'string' } } });

const started = performance.now();
const samples = [...readCorpus(path.join(root, 'corpus')), ...(values.data ? readLetters(values.data) : [])];
const bytes = learn(samples, loadCutter(), { learnt: new Date().toISOString().slice(0, 10), maxFeatures: 14_500 });
const packed = brotliCompressSync(bytes, {
  params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22 },
});
const out = values.out ?? path.join(root, 'src/domain/understanding/weights.bin');
writeFileSync(out, packed);
const seconds = ((performance.now() - started) / 1000).toFixed(0);
console.log(
  `${samples.length} texts, ${(packed.length / 1024).toFixed(0)} KB, ${seconds} s: ${path.relative(root, out)}`,
);

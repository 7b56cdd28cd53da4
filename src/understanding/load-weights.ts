import { readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import type { Weights } from '../domain/understanding/model/weights';
import { readWeights } from '../domain/understanding/model/weights';

/** The committed file, from `src/` and from a build in `dist/` alike. */
const committed = path.resolve(__dirname, '../../src/domain/understanding/weights.bin');

export const loadWeights = (file: string = committed): Weights => readWeights(brotliDecompressSync(readFileSync(file)));
